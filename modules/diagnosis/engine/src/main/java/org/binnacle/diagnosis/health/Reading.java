package org.binnacle.diagnosis.health;

import java.time.Duration;
import java.util.function.Supplier;
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

  /// The words are made only where something is found: nearly all looks at nearly all terms find
  /// nothing, and a format costs more than the judging.
  static Reading of(Severity level, Supplier<String> words) {
    return level == Severity.OK ? FINE : of(level, words.get());
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
