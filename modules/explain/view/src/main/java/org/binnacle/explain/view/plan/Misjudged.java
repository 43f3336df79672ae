package org.binnacle.explain.view.plan;

import org.binnacle.explain.insight.Thresholds;
import org.binnacle.explain.mouth.Figures;

/// How far an estimate was off, in words and as a colour token. Pure.
final class Misjudged {
  /// Below this nobody wants to be told.
  private static final double LEAST = 2;

  private Misjudged() {}

  /// @param times above 1 for more rows than expected, below 1 for fewer
  static String badge(double times) {
    double ratio = ratio(times);
    return ratio < LEAST ? "" : (times > 1 ? "▲ " : "▼ ") + Figures.times(ratio);
  }

  static String words(double times) {
    double ratio = ratio(times);
    return ratio < LEAST
        ? "about right"
        : Figures.times(ratio).substring(1)
            + (times > 1 ? " times more rows than expected" : " times fewer rows than expected");
  }

  /// The colour token of the badge.
  static String token(double times) {
    double ratio = ratio(times);
    var limits = Thresholds.shipped();
    return ratio >= limits.severeMisestimate()
        ? "red"
        : ratio >= limits.misestimate() ? "orange" : ratio >= LEAST ? "grey" : "";
  }

  static double ratio(double times) {
    return times >= 1 ? times : 1 / times;
  }
}
