package org.binnacle.review.rule.explain;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanStep;

/// The chosen index should leave few rows.
public final class Selectivity implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.selectivity", Level.WARNING)
          .needs(Need.REPLICA)
          .says("The chosen index should leave a small part of the table.")
          .because(
              "Reading a third of a table by an index is slower than reading all of it in order.")
          .param("max-percent", 30, "of the table's rows")
          .param("min-rows", 10_000, "rows of the table below which it is let pass")
          .live("index-lookup orders index=status rows=40000 table=90000")
          .bad("SELECT id FROM orders WHERE status = 1;")
          .live("index-lookup orders index=customer rows=40 table=90000")
          .good("SELECT id FROM orders WHERE customer = 1;")
          .live("index-lookup colours index=k rows=8 table=9")
          .near("SELECT id FROM colours WHERE k = 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (PlanStep step : Steps.of(s)) {
      boolean indexed = step.is("index-lookup") || step.is("range-scan");
      if (indexed
          && step.tableRows() >= out.number("min-rows")
          && step.rows() * 100 > (double) step.tableRows() * out.number("max-percent")) {
        out.step(
            step,
            Steps.span(s, step),
            "Index %s leaves %.0f %% of %s (about %,d of %,d rows)."
                .formatted(
                    step.index(),
                    Math.min(100, step.rows() * 100 / step.tableRows()),
                    Steps.shown(step),
                    Math.round(step.rows()),
                    step.tableRows()));
      }
    }
  }
}
