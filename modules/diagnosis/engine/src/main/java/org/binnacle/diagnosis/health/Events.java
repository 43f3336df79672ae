package org.binnacle.diagnosis.health;

import java.time.Instant;
import java.util.Optional;

/// When things were last seen to happen while we looked on.
///
/// @param restart the uptime went back
/// @param deadlock the counter of deadlocks rose
/// @param variables a global variable changed
/// @param readOnly read_only was switched
/// @param changed which variables changed, in words; empty while that is not known
public record Events(
    Optional<Instant> restart,
    Optional<Instant> deadlock,
    Optional<Instant> variables,
    Optional<Instant> readOnly,
    String changed) {
  public static final Events NONE =
      new Events(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Events(
      Optional<Instant> restart,
      Optional<Instant> deadlock,
      Optional<Instant> variables,
      Optional<Instant> readOnly) {
    this(restart, deadlock, variables, readOnly, "");
  }

  /// The same with the words of what changed.
  public Events naming(String words) {
    return words.equals(changed) ? this : new Events(restart, deadlock, variables, readOnly, words);
  }
}
