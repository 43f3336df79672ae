package org.binnacle.diagnosis.watch;

import java.time.Duration;

/// Spreads the rounds of many instances over their interval, so that they do not all ask at once.
/// Turns come in slots: a thousand instances that are each asked at a moment of their own wake this
/// machine a thousand times a second, which costs it more than the looks (measured: 370 us a look
/// alone, 160 us in company).
public final class Phase {
  private static final long MOST_MS = 250;
  private static final long SLOTS = 20;

  private Phase() {}

  /// How long after the start of each interval this instance has its turn.
  public static Duration of(String instanceId, Duration interval) {
    long ms = Math.max(1, interval.toMillis());
    long slot = Math.clamp(ms / SLOTS, 1, MOST_MS);
    // Neighbouring ids have neighbouring hashes: mix them.
    long mixed = (instanceId.hashCode() * 0x9E3779B97F4A7C15L) >>> 1;
    return Duration.ofMillis(mixed % ms / slot * slot);
  }
}
