package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.RingPart;
import org.binnacle.kernel.Severity;

/// Nothing could be read at all.
final class NotReachable implements Rule {
  @Override
  public String id() {
    return "reach.none";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    boolean any =
        evidence.recorded().parts().stream()
            .anyMatch(part -> !part.isEmpty() && !part.step().equals(RingPart.STEP));
    if (any || evidence.recorded().parts().isEmpty()) {
      return Optional.empty();
    }
    String why =
        evidence.recorded().parts().stream()
            .filter(part -> part.status() != Part.Status.SKIPPED)
            .filter(part -> !part.step().equals(RingPart.STEP))
            .map(Part::detail)
            .filter(detail -> !detail.isEmpty())
            .findFirst()
            .orElse("no answer");
    return Optional.of(
        evidence.finding(
            this,
            Severity.CRITICAL,
            "Nothing could be read from this instance: " + why,
            List.of("every step of the capture failed"),
            next(why)));
  }

  private static String next(String why) {
    return why.contains("Too many connections")
        ? "End idle sessions through a connection that is still open, raise max_connections, or let"
            + " this account use the port that has places of its own (MySQL: admin_address and"
            + " SERVICE_CONNECTION_ADMIN; MariaDB: extra_port)."
        : "Check that the server runs and that the account may connect (binnacle fleet test).";
  }
}
