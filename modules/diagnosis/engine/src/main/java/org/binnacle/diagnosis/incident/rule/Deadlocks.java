package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.kernel.Severity;

/// Deadlocks during the capture, or one that the server remembers.
final class Deadlocks implements Rule {
  @Override
  public String id() {
    return "innodb.deadlocks";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    // MariaDB counts them in its status, MySQL in INNODB_METRICS only.
    long now = Math.max(evidence.delta("innodb_deadlocks"), evidence.metricDelta("lock_deadlocks"));
    boolean remembered =
        evidence.recorded().text("innodb", "status").contains("LATEST DETECTED DEADLOCK");
    if (now <= 0 && !remembered) {
      return Optional.empty();
    }
    return Optional.of(
        evidence.finding(
            this,
            now > 0 ? Severity.WARNING : Severity.NOTICE,
            now > 0
                ? Evidence.plural(now, "deadlock") + " during the capture."
                : "The server remembers a deadlock.",
            List.of("its text is in the InnoDB status of this capture"),
            "Look at the order in which the two transactions lock their rows."));
  }
}
