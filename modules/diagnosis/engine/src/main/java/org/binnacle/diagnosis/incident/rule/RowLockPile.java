package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.kernel.Severity;

/// Row lock waits behind a statement that runs.
final class RowLockPile implements Rule {
  @Override
  public String id() {
    return "locks.row-pile";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    return Piles.roots(evidence).stream()
        .filter(
            root -> !root.text("doing").contains("idle") && Piles.kindBelow(evidence, root, "row"))
        .findFirst()
        .map(root -> finding(evidence, root));
  }

  private Finding finding(Evidence evidence, Grid.Line root) {
    long blocks = root.number("blocks", 0);
    return evidence.finding(
        this,
        blocks >= 10 ? Severity.CRITICAL : Severity.WARNING,
        "%s behind %s %s, which is at work (%s) and holds %s."
            .formatted(
                Evidence.plural(blocks, "session") + (blocks == 1 ? " waits" : " wait"),
                root.text("who"),
                Evidence.account(root),
                root.text("doing"),
                Piles.lock(evidence, root)),
        List.of(
            "it runs: " + Evidence.sql(root.text("sql")),
            "it has locked " + Evidence.plural(root.number("rows_locked", 0), "row")),
        "See whether it will end soon (its plan is in this capture). If not: binnacle kill TARGET "
            + root.text("id")
            + " --query.");
  }
}
