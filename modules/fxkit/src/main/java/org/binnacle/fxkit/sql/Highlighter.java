package org.binnacle.fxkit.sql;

import java.util.List;

/// Cuts a text into coloured stretches. Called off the FX thread with at most {@link SqlArea#MOST}
/// characters; must be pure.
@FunctionalInterface
public interface Highlighter {

  /// A stretch with one look; what lies between stretches is plain.
  ///
  /// @param style a style class of `css/kit.css`: sql-keyword, sql-name, sql-text, sql-number,
  ///   sql-comment, sql-hint, sql-variable, sql-operator, sql-mistake
  record Stretch(int from, int to, String style) {}

  /// In the order of the text, without overlaps.
  List<Stretch> stretches(String text);

  /// No colours.
  static Highlighter plain() {
    return text -> List.of();
  }
}
