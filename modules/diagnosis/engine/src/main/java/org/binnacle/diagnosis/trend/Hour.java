package org.binnacle.diagnosis.trend;

import java.util.Arrays;
import org.binnacle.diagnosis.pulse.Beat;

/// One hour of all figures of one instance, minute by minute: mean and greatest. Not for several
/// threads.
@SuppressWarnings("EnumOrdinal") // arrays by metric
final class Hour {
  static final int MINUTES = 60;
  private static final Metric[] ALL = Metric.values();
  private static final int METRICS = ALL.length;

  private final long number;
  private final float[][] mean = new float[METRICS][MINUTES];
  private final float[][] greatest = new float[METRICS][MINUTES];
  private final double[] sums = new double[METRICS];
  private final int[] counts = new int[METRICS];
  private int minute = -1;

  /// @param number hours since 1970
  Hour(long number) {
    this.number = number;
    for (int i = 0; i < METRICS; i++) {
      Arrays.fill(mean[i], Float.NaN);
      Arrays.fill(greatest[i], Float.NaN);
    }
  }

  long number() {
    return number;
  }

  float[][] mean() {
    return mean;
  }

  float[][] greatest() {
    return greatest;
  }

  void add(Beat beat, int ofMinute) {
    if (ofMinute != minute) {
      minute = ofMinute;
      Arrays.fill(sums, 0);
      Arrays.fill(counts, 0);
    }
    for (Metric metric : ALL) {
      int i = metric.ordinal();
      double value = metric.of(beat);
      if (!Double.isNaN(value)) {
        sums[i] += value;
        counts[i]++;
        mean[i][minute] = (float) (sums[i] / counts[i]);
        float most = greatest[i][minute];
        greatest[i][minute] = Float.isNaN(most) ? (float) value : Math.max(most, (float) value);
      }
    }
  }

  /// Takes what is not known here, such as from before a restart of the program.
  void fill(Hour other) {
    for (int i = 0; i < METRICS; i++) {
      for (int m = 0; m < MINUTES; m++) {
        if (Float.isNaN(mean[i][m])) {
          mean[i][m] = other.mean[i][m];
          greatest[i][m] = other.greatest[i][m];
        }
      }
    }
  }
}
