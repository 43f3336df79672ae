package org.binnacle.diagnosis.health;

import java.time.Instant;
import java.util.Optional;
import org.binnacle.kernel.Severity;

/// A term that takes points from an instance's health now.
///
/// @param term its id, such as `lock-waits`
/// @param points badness, 0 to 100
/// @param words what it is, with its figures
/// @param since when it began
/// @param silencedUntil acknowledged by the user, so that it does not count; empty where it counts
public record Finding(
    String term,
    Severity level,
    int points,
    String words,
    Instant since,
    Optional<Instant> silencedUntil) {

  public boolean silenced() {
    return silencedUntil.isPresent();
  }
}
