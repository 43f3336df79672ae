package org.binnacle.fxkit.query;

import java.util.List;

/// Says what could stand where the caret is. Called on the FX thread at each key stroke, so quick.
@FunctionalInterface
public interface Completer {

  /// @param from where the replaced word begins; it ends at the caret
  /// @param insert what is put in its place
  /// @param words shown beside; may be empty
  record Completion(int from, String insert, String words) {}

  List<Completion> at(String query, int caret);
}
