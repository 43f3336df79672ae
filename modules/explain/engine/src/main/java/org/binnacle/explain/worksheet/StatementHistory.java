package org.binnacle.explain.worksheet;

import java.util.List;

/// The port that remembers what was run. The state module implements it on H2; the oldest beyond
/// some ten thousand are let go of.
public interface StatementHistory {

  /// May be deferred; never fails the statement.
  void add(RanStatement statement);

  /// The newest first; equal texts are told once.
  ///
  /// @param containing a text in statement, instance or database, ignoring case; empty for all
  List<RanStatement> newest(String containing, int limit);

  /// Forgets everything.
  void clear();

  /// Remembers nothing.
  static StatementHistory none() {
    return new StatementHistory() {
      @Override
      public void add(RanStatement statement) {}

      @Override
      public List<RanStatement> newest(String containing, int limit) {
        return List.of();
      }

      @Override
      public void clear() {}
    };
  }
}
