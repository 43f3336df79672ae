package org.binnacle.diagnosis.watch;

import java.util.Arrays;

/// Ten minutes of one figure, second by second, in a ring. A second without a value is a gap (NaN),
/// never a nought. Not safe for several threads.
public final class Trend {
  public static final int SECONDS = 600;

  private final double[] ring = new double[SECONDS];
  private long newest = Long.MIN_VALUE;

  public Trend() {
    Arrays.fill(ring, Double.NaN);
  }

  /// Puts a value at its second; of several in one second the greatest stays. A value from before
  /// the ring is dropped.
  public void put(long epochSecond, double value) {
    if (newest == Long.MIN_VALUE) {
      newest = epochSecond;
    }
    while (newest < epochSecond) {
      newest++;
      ring[at(newest)] = Double.NaN;
      if (epochSecond - newest > SECONDS) {
        newest = epochSecond - SECONDS;
      }
    }
    if (newest - epochSecond < SECONDS) {
      double before = ring[at(epochSecond)];
      ring[at(epochSecond)] = Double.isNaN(before) ? value : Math.max(before, value);
    }
  }

  /// The last ten minutes, oldest first, as of a second. Gaps as short as the interval between
  /// rounds are filled with the value before, so that a slow interval draws a line and not dots.
  public double[] values(long asOf, int fill) {
    var values = new double[SECONDS];
    double last = Double.NaN;
    int gap = 0;
    for (int i = 0; i < SECONDS; i++) {
      long second = asOf - SECONDS + 1 + i;
      double value =
          newest == Long.MIN_VALUE || second > newest || newest - second >= SECONDS
              ? Double.NaN
              : ring[at(second)];
      if (Double.isNaN(value)) {
        gap++;
        values[i] = gap <= fill ? last : Double.NaN;
      } else {
        gap = 0;
        last = value;
        values[i] = value;
      }
    }
    return values;
  }

  private static int at(long second) {
    return (int) Math.floorMod(second, (long) SECONDS);
  }
}
