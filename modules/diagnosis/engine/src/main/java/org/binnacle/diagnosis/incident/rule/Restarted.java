package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.kernel.Severity;

/// The server has started a short while ago.
final class Restarted implements Rule {
  @Override
  public String id() {
    return "server.restarted";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    long uptimeS = evidence.status("uptime").orElse(Long.MAX_VALUE);
    if (uptimeS >= 900) {
      return Optional.empty();
    }
    return Optional.of(
        evidence.finding(
            this,
            uptimeS < 300 ? Severity.WARNING : Severity.NOTICE,
            "The server started " + Evidence.span(uptimeS * 1_000_000) + " ago.",
            List.of("Uptime " + uptimeS + " s; its caches are cold"),
            "Read the error log for the reason of the restart."));
  }
}
