package org.binnacle.diagnosis.watch;

import java.time.Duration;

/// Spreads the rounds of many instances over their interval, so that they do not all ask at once.
public final class Phase {
  private Phase() {}

  /// How long after the start of each interval this instance has its turn.
  public static Duration of(String instanceId, Duration interval) {
    long ms = Math.max(1, interval.toMillis());
    // Neighbouring ids have neighbouring hashes: mix them.
    long mixed = (instanceId.hashCode() * 0x9E3779B97F4A7C15L) >>> 1;
    return Duration.ofMillis(mixed % ms);
  }
}
