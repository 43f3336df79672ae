package org.binnacle.diagnosis.incident.rule;

import java.util.ArrayList;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.kernel.Severity;

/// Row lock waits behind a transaction that does nothing.
final class IdleBlocker implements Rule {
  @Override
  public String id() {
    return "locks.idle-blocker";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    return Piles.roots(evidence).stream()
        .filter(
            root -> root.text("doing").contains("idle") && Piles.kindBelow(evidence, root, "row"))
        .findFirst()
        .map(root -> finding(evidence, root));
  }

  private Finding finding(Evidence evidence, Grid.Line root) {
    long blocks = root.number("blocks", 0);
    var proof = new ArrayList<String>();
    proof.add(
        "it waits for nobody itself; the waits behind it sum up to "
            + Evidence.span(root.number("sum_waited_us", 0)));
    Piles.waiter(evidence, root)
        .ifPresent(
            waiter ->
                proof.add(
                    waiter.text("who")
                        + " waits for "
                        + waiter.text("lock")
                        + ": "
                        + Evidence.sql(waiter.text("sql"))));
    if (!root.text("last_sql").isEmpty()) {
      proof.add("its last statements: " + Evidence.sql(root.text("last_sql")));
    }
    String age =
        root.text("trx_age_us").isEmpty()
            ? ""
            : " for " + Evidence.span(root.number("trx_age_us", 0));
    return evidence.finding(
        this,
        blocks >= 10 || root.number("sum_waited_us", 0) > 30_000_000
            ? Severity.CRITICAL
            : Severity.WARNING,
        "%s wait%s for %s held by %s %s, idle in its transaction%s with %s modified."
            .formatted(
                Evidence.plural(blocks, "session"),
                blocks == 1 ? "s" : "",
                Piles.lock(evidence, root),
                root.text("who"),
                Evidence.account(root),
                age,
                Evidence.plural(root.number("rows_modified", 0), "row")),
        proof,
        "End it: binnacle kill TARGET %s --connection; that frees %s and rolls back %s. Then find out why the application left it open."
            .formatted(
                root.text("id"),
                Evidence.plural(root.number("frees", 0), "session"),
                Evidence.plural(root.number("rows_modified", 0), "row")));
  }
}
