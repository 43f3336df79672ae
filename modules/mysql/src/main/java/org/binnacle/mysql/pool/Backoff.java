package org.binnacle.mysql.pool;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/// How long an instance is left alone after failures in a row: 1, 2, 4 ... 60 s, each made up to 20
/// % shorter or longer so that a fleet does not come back in step.
final class Backoff {
  private static final long CEILING_S = 60;
  private static final double JITTER = 0.2;

  private final DoubleSupplier random;

  /// @param random numbers from 0 to 1
  Backoff(DoubleSupplier random) {
    this.random = random;
  }

  Duration after(int failures) {
    long seconds = failures > 6 ? CEILING_S : Math.min(CEILING_S, 1L << Math.max(0, failures - 1));
    double factor = 1 + JITTER * (2 * random.getAsDouble() - 1);
    return Duration.ofMillis(Math.round(seconds * 1000 * factor));
  }
}
