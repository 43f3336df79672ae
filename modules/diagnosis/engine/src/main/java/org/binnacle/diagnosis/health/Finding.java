package org.binnacle.diagnosis.health;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.binnacle.kernel.Severity;

/// A term that takes points from an instance's health now.
///
/// @param term its id, such as `lock-waits`
/// @param points badness, 0 to 100
/// @param words what it is, with its figures
/// @param since when it began
/// @param silencedUntil acknowledged by the user, so that it does not count; empty where it counts
/// @param maintained whether its instance is in maintenance, where no term counts
public record Finding(
    String term,
    Severity level,
    int points,
    String words,
    Instant since,
    Optional<Instant> silencedUntil,
    boolean maintained) {

  public boolean silenced() {
    return silencedUntil.isPresent();
  }

  /// `acknowledged until 14:08`, `maintenance until 14:08`; empty where it counts.
  public String silence(Instant now, ZoneId zone) {
    return silencedUntil
        .map(
            end ->
                Until.words(
                    maintained ? Silences.MAINTENANCE : Silences.ACKNOWLEDGED, end, now, zone))
        .orElse("");
  }
}
