package org.binnacle.diagnosis.pulse;

import java.util.ArrayDeque;
import java.util.Deque;

/// The last values of a figure as a line of little bars, a gap as a dot. Its height stands for the
/// greatest of them, and for {@link #LEAST} at least.
final class Bars {
  private static final int LENGTH = 12;
  private static final double LEAST = 16;
  private static final String LEVELS = "▁▂▃▄▅▆▇█";
  private final Deque<Double> values = new ArrayDeque<>();

  /// @param value NaN for a gap
  void add(double value) {
    values.addLast(value);
    if (values.size() > LENGTH) {
      values.removeFirst();
    }
  }

  String text() {
    double most = LEAST;
    for (double value : values) {
      most = Double.isNaN(value) ? most : Math.max(most, value);
    }
    var text = new StringBuilder();
    for (double value : values) {
      text.append(
          Double.isNaN(value)
              ? '·'
              : LEVELS.charAt((int) Math.round(value / most * (LEVELS.length() - 1))));
    }
    return text.toString();
  }
}
