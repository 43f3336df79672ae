package org.binnacle.diagnosis.trend;

import java.time.Duration;
import java.time.Instant;

/// The course of one figure: a value for each step from a moment on, oldest first, NaN for a gap.
///
/// @param mean of each step
/// @param greatest of each step
public record Series(Instant from, Duration step, double[] mean, double[] greatest) {

  /// Whether there is any value.
  public boolean known() {
    for (double value : mean) {
      if (!Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }
}
