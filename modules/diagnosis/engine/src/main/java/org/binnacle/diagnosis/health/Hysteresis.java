package org.binnacle.diagnosis.health;

import java.time.Duration;
import java.time.Instant;
import org.binnacle.kernel.Severity;

/// The level of one term on one instance over time: worse as soon as the reading has lasted long
/// enough, better only after two looks that say so, an interval apart.
final class Hysteresis {
  private static final int CLEAN_LOOKS = 2;
  private Reading held = Reading.FINE;
  private Instant since = Instant.EPOCH;
  private Severity rising = Severity.OK;
  private Instant risingSince = Instant.EPOCH;
  private int clean;
  private Instant cleanSince = Instant.EPOCH;

  Severity level() {
    return held.level();
  }

  Reading held() {
    return held;
  }

  Instant since() {
    return since;
  }

  /// @param interval usual time between two looks
  void take(Reading reading, Instant at, Duration interval) {
    int order = reading.level().compareTo(held.level());
    if (order < 0) {
      clean = 0;
      if (reading.level() != rising) {
        rising = reading.level();
        risingSince = at;
      }
      if (!Duration.between(risingSince, at).minus(reading.after()).isNegative()) {
        hold(reading, at);
      }
      return;
    }
    rising = Severity.OK;
    if (order == 0) {
      clean = 0;
      held = reading;
      return;
    }
    if (clean++ == 0) {
      cleanSince = at;
    }
    // A fifth is slack for looks that come a little early.
    boolean longEnough =
        Duration.between(cleanSince, at).compareTo(interval.multipliedBy(4).dividedBy(5)) >= 0;
    if (clean >= CLEAN_LOOKS && longEnough) {
      hold(reading, at);
    }
  }

  private void hold(Reading reading, Instant at) {
    if (held.level() == Severity.OK) {
      since = at;
    }
    held = reading;
    rising = Severity.OK;
    clean = 0;
  }
}
