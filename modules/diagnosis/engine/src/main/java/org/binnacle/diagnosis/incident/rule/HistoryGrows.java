package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.kernel.Severity;

/// Old row versions pile up.
final class HistoryGrows implements Rule {
  @Override
  public String id() {
    return "innodb.history";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    long length = evidence.historyLength().orElse(0);
    if (length < 500_000) {
      return Optional.empty();
    }
    return Optional.of(
        evidence.finding(
            this,
            length >= 3_000_000 ? Severity.CRITICAL : Severity.WARNING,
            "%,d old row versions wait to be purged.".formatted(length),
            List.of("history list length in the InnoDB status"),
            "End the oldest open read view or transaction; see innodb_purge_threads."));
  }
}
