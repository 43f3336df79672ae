package org.binnacle.diagnosis.trend;

import java.util.Arrays;
import org.binnacle.diagnosis.pulse.Beat;

/// Ten minutes of all figures, second by second. Not for several threads.
@SuppressWarnings("EnumOrdinal") // arrays by metric
final class Ring {
  static final int SECONDS = 600;

  /// Stands at a second in which nobody looked.
  static final double NO_LOOK = Double.NEGATIVE_INFINITY;

  private final float[][] values = new float[Metric.values().length][SECONDS];
  private long newest = Long.MIN_VALUE;

  Ring() {
    for (float[] one : values) {
      Arrays.fill(one, (float) NO_LOOK);
    }
  }

  void add(Beat beat, long second) {
    if (newest == Long.MIN_VALUE || second - newest >= SECONDS) {
      newest = second - 1;
      for (float[] one : values) {
        Arrays.fill(one, (float) NO_LOOK);
      }
    }
    while (newest < second) {
      newest++;
      for (float[] one : values) {
        one[at(newest)] = (float) NO_LOOK;
      }
    }
    if (newest - second < SECONDS) {
      for (Metric metric : Metric.values()) {
        values[metric.ordinal()][at(second)] = (float) metric.of(beat);
      }
    }
  }

  double of(Metric metric, long second) {
    return newest == Long.MIN_VALUE || second > newest || newest - second >= SECONDS
        ? NO_LOOK
        : values[metric.ordinal()][at(second)];
  }

  /// Whether all of it is older than ten minutes at that second.
  boolean isOver(long second) {
    return second - newest >= SECONDS;
  }

  private static int at(long second) {
    return (int) Math.floorMod(second, (long) SECONDS);
  }
}
