package org.binnacle.diagnosis.health;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is usual: a mean in which older values count less and less. Weighs by time and not by
/// number of values, since the interval between looks changes. Not for several threads.
final class Ewma {
  private final double spanS;
  private final Duration enough;
  private double mean = Double.NaN;
  private @Nullable Instant first;
  private @Nullable Instant last;

  /// @param span over which a value loses two thirds of its weight
  /// @param enough how long it must have looked on to be {@link #warm()}
  Ewma(Duration span, Duration enough) {
    this.spanS = span.toMillis() / 1e3;
    this.enough = enough;
  }

  /// @param slowly counts for a tenth, as while something is wrong
  void add(double value, Instant at, boolean slowly) {
    if (Double.isNaN(value)) {
      return;
    }
    Instant before = last;
    if (before == null) {
      mean = value;
      first = at;
    } else {
      double passedS = Math.max(0, Duration.between(before, at).toMillis() / 1e3);
      double weight = 1 - Math.exp(-passedS / spanS * (slowly ? 0.1 : 1));
      mean += weight * (value - mean);
    }
    last = at;
  }

  boolean warm() {
    return first != null && last != null && Duration.between(first, last).compareTo(enough) >= 0;
  }

  /// NaN until the first value.
  double mean() {
    return mean;
  }
}
