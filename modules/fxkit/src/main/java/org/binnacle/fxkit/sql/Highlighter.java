package org.binnacle.fxkit.sql;

import java.util.List;

/// Cuts a text into coloured stretches. Called off the FX thread with at most {@link SqlArea#MOST}
/// characters; must be pure.
@FunctionalInterface
public interface Highlighter {

  /// A stretch with one look; what lies between stretches is plain.
  ///
  /// @param style a style class of `css/kit.css`: keyword, name, text, number, comment, hint,
  ///   variable, operator, mistake
  record Stretch(int from, int to, String style) {}

  /// In the order of the text, without overlaps.
  List<Stretch> stretches(String text);

  /// No colours.
  static Highlighter plain() {
    return text -> List.of();
  }
}
