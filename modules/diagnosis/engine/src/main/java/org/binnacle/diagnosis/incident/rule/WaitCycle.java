package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.kernel.Severity;

/// Sessions that wait for each other, which no server will end.
final class WaitCycle implements Rule {
  @Override
  public String id() {
    return "locks.cycle";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    List<Grid.Line> cycle =
        evidence.tree().stream().filter(line -> line.text("cycle").equals("yes")).toList();
    if (cycle.isEmpty()) {
      return Optional.empty();
    }
    String whos = String.join(", ", cycle.stream().map(line -> line.text("who")).toList());
    return Optional.of(
        evidence.finding(
            this,
            Severity.CRITICAL,
            "Sessions wait for each other in a circle: " + whos + ".",
            List.of("row locks and metadata locks together: InnoDB does not see such a deadlock"),
            "End one of them; the one that changed the fewest rows is cheapest."));
  }
}
