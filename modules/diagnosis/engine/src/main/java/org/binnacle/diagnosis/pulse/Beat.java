package org.binnacle.diagnosis.pulse;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.binnacle.diagnosis.health.Finding;
import org.binnacle.diagnosis.health.Health;
import org.binnacle.diagnosis.health.Role;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;

/// How one instance does, from its newest light look. One without an answer is never OK.
///
/// @param vitals the newest that there are, old ones beside a failure; empty until the first answer
/// @param fault why the newest look failed; empty where it did not
/// @param looks how many looks were made, failed ones too
/// @param trend active sessions of the last looks, oldest first, as little bars
/// @param interval time between two looks now
public record Beat(
    InstanceRef instance,
    Optional<Vitals> vitals,
    Health health,
    Optional<Fault> fault,
    long looks,
    String trend,
    Duration interval) {

  /// Not asked yet.
  static Beat none(InstanceRef instance, Duration interval) {
    return new Beat(instance, Optional.empty(), Health.UNKNOWN, Optional.empty(), 0, "", interval);
  }

  public Severity severity() {
    return health.severity();
  }

  public int score() {
    return health.score();
  }

  /// The worst in a few words; empty where all is well.
  public String problem() {
    return health.worst().map(Finding::words).orElse(vitals.isEmpty() ? "not asked yet" : "");
  }

  /// Whether nobody answers there.
  public boolean down() {
    return fault.isPresent()
        && severity() == Severity.CRITICAL
        && health.finding("unreachable").isPresent();
  }

  public Role role() {
    return vitals.map(seen -> seen.replication().role()).orElse(Role.UNKNOWN);
  }

  /// As VERSION() says; empty until it answered.
  public String version() {
    return vitals.map(Vitals::version).orElse("");
  }

  /// When it answered last.
  public Optional<Instant> at() {
    return vitals.map(Vitals::at);
  }

  /// The vital signs where they are of the newest look.
  public Optional<Vitals> fresh() {
    return fault.isEmpty() ? vitals : Optional.empty();
  }
}
