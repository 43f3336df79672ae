package org.binnacle.diagnosis.health;

import java.time.Instant;
import java.util.Optional;

/// When things were last seen to happen while we looked on.
///
/// @param restart the uptime went back
/// @param deadlock the counter of deadlocks rose
/// @param variables a global variable changed
/// @param readOnly read_only was switched
public record Events(
    Optional<Instant> restart,
    Optional<Instant> deadlock,
    Optional<Instant> variables,
    Optional<Instant> readOnly) {
  public static final Events NONE =
      new Events(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
