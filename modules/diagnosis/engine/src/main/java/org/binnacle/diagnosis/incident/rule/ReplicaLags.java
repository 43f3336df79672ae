package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.kernel.Severity;

/// A replica that is behind.
final class ReplicaLags implements Rule {
  @Override
  public String id() {
    return "replication.lag";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    return evidence.channels().stream()
        .filter(channel -> lag(channel) >= 30)
        .findFirst()
        .map(
            channel ->
                evidence.finding(
                    this,
                    lag(channel) >= 300 ? Severity.CRITICAL : Severity.WARNING,
                    "The replica is " + Evidence.span(lag(channel) * 1_000_000) + " behind.",
                    List.of(
                        "applier: "
                            + ReplicaStopped.either(
                                channel, "Replica_SQL_Running_State", "Slave_SQL_Running_State")),
                    "Look for a long transaction or a table without a primary key at the source,"
                        + " and at the number of applier threads."));
  }

  private static long lag(Grid.Line channel) {
    String text = ReplicaStopped.either(channel, "Seconds_Behind_Source", "Seconds_Behind_Master");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException unknown) {
      return 0;
    }
  }
}
