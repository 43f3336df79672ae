package org.binnacle.state.vault;

import java.time.Duration;
import java.time.Instant;

/// Wrong tries at the master password. After five of them each next one must wait: 5 s, 10 s, 20 s,
/// ... at most an hour.
///
/// @param wrong how many in a row
/// @param last when the last one was
record Tries(int wrong, Instant last) {
  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofHours(1);

  static Tries none() {
    return new Tries(0, Instant.EPOCH);
  }

  Tries another(Instant now) {
    return new Tries(wrong + 1, now);
  }

  /// How long until the next try is allowed; zero where it is allowed now.
  Duration wait(Instant now) {
    if (wrong < FREE) {
      return Duration.ZERO;
    }
    Duration pause = Duration.ofSeconds(5L << Math.min(wrong - FREE, 20));
    if (pause.compareTo(LONGEST) > 0) {
      pause = LONGEST;
    }
    // A clock that was put back must neither shorten the wait nor make it endless.
    Instant from = last.isAfter(now) ? now : last;
    Duration left = Duration.between(now, from.plus(pause));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
