package org.binnacle.diagnosis.health;

import java.time.Duration;
import org.binnacle.kernel.Severity;

/// What a term finds in one look.
///
/// @param words what it is, short, with its figures; empty where all is well
/// @param after how long it must last before it counts
record Reading(Severity level, String words, Duration after) {
  static final Reading FINE = new Reading(Severity.OK, "", Duration.ZERO);

  static Reading of(Severity level, String words) {
    return level == Severity.OK ? FINE : new Reading(level, words, Duration.ZERO);
  }

  Reading after(Duration lasting) {
    return new Reading(level, words, lasting);
  }

  boolean worseThan(Reading other) {
    return level.compareTo(other.level) < 0;
  }

  static Reading worse(Reading one, Reading other) {
    return other.worseThan(one) ? other : one;
  }
}
