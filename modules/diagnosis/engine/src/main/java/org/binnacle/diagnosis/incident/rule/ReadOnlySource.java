package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.kernel.Severity;

/// A server that nobody replicates to is read-only: writes fail.
final class ReadOnlySource implements Rule {
  @Override
  public String id() {
    return "server.read-only";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    String readOnly = evidence.variable("read_only");
    boolean on = readOnly.equalsIgnoreCase("ON") || readOnly.equals("1");
    boolean feeds =
        !evidence.recorded().grid("replication", "replicas").isEmpty()
            || evidence.sessions().stream()
                .anyMatch(line -> line.low("command").startsWith("binlog dump"));
    if (!on || !evidence.channels().isEmpty() || !feeds) {
      return Optional.empty();
    }
    return Optional.of(
        evidence.finding(
            this,
            Severity.CRITICAL,
            "This source is read-only: writes of the application fail.",
            List.of(
                "read_only is "
                    + readOnly
                    + ", super_read_only is "
                    + evidence.variable("super_read_only"),
                "it has replicas and no source of its own"),
            "Find out who set it (a fail-over?), then SET GLOBAL read_only = OFF where it should"
                + " take writes."));
  }
}
