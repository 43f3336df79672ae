package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.kernel.Severity;

/// A transaction that has been open for long.
final class LongTransaction implements Rule {
  private static final long WARN_S = 300;
  private static final long BAD_S = 1_800;

  @Override
  public String id() {
    return "transactions.long";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    return evidence.transactions().stream()
        .filter(line -> line.number("age_s", 0) >= WARN_S)
        .findFirst()
        .map(line -> finding(evidence, line));
  }

  private Finding finding(Evidence evidence, Grid.Line trx) {
    String query = trx.text("query");
    return evidence.finding(
        this,
        trx.number("age_s", 0) >= BAD_S ? Severity.CRITICAL : Severity.WARNING,
        "Transaction %s of #%s has been open for %s."
            .formatted(
                trx.text("trx_id"),
                trx.text("id"),
                Evidence.span(trx.number("age_s", 0) * 1_000_000)),
        List.of(
            Evidence.plural(trx.number("trx_rows_modified", 0), "row")
                + " modified, "
                + Evidence.plural(trx.number("trx_rows_locked", 0), "row")
                + " locked",
            query.isEmpty() ? "it runs nothing now" : "it runs: " + Evidence.sql(query),
            "history list length: "
                + (evidence.historyLength().isPresent()
                    ? String.valueOf(evidence.historyLength().getAsLong())
                    : "unknown")),
        "Purge cannot pass it. End it where nobody needs it; a rollback takes about as long as its changes took.");
  }
}
