package org.binnacle.diagnosis.health;

import java.time.Instant;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;

/// What a term judges.
///
/// @param vitals the newest that there are; empty until the first answer
/// @param fault why the newest look failed; empty where it did not
/// @param misses looks that failed since the last answer
/// @param was the level that the term has now
record Checkup(
    Optional<Vitals> vitals,
    Optional<Fault> fault,
    int misses,
    Usual usual,
    Thresholds limits,
    Severity was,
    Instant now) {

  /// The same for a term that has another level now.
  Checkup was(Severity level) {
    return new Checkup(vitals, fault, misses, usual, limits, level, now);
  }

  /// The vital signs where they are of this look, and not old ones beside a failure.
  Optional<Vitals> fresh() {
    return fault.isEmpty() ? vitals : Optional.empty();
  }
}
