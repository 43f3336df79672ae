package org.binnacle.fxkit.chart;

import java.util.List;

/// The upper end of a chart: a round number that no value exceeds.
final class Scale {
  private Scale() {}

  static double top(List<Line> lines) {
    double most = 1;
    for (Line line : lines) {
      for (double value : line.values()) {
        most = Double.isNaN(value) ? most : Math.max(most, value);
      }
    }
    return round(most);
  }

  /// 1, 2, 5 times a power of ten, not below the value.
  static double round(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double factor : new double[] {1, 2, 5, 10}) {
      if (value <= factor * power * 1.000001) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
