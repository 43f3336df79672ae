package org.binnacle.review.rule.explain;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanStep;

/// A query should not read all rows of a large table.
public final class FullScan implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.full-scan", Level.WARNING)
          .needs(Need.REPLICA)
          .says("A query should not read all rows of a large table.")
          .because(
              "It takes as long as the table is large, and drives what others need out of the buffer pool.")
          .param("min-rows", 10_000, "rows below which a scan is let pass")
          .param("error-rows", 1_000_000, "rows from which on it is an error")
          .live("table-scan orders rows=2000000 table=2000000 where")
          .bad("SELECT id FROM orders WHERE note = 'x';")
          .live("index-lookup orders index=k rows=10 table=2000000")
          .good("SELECT id FROM orders WHERE customer = 1;")
          .live("table-scan orders rows=12 table=12")
          .near("SELECT id FROM orders;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (PlanStep step : Steps.of(s)) {
      if (step.readsAll() && step.rows() >= out.number("min-rows")) {
        out.step(
            step.rows() >= out.number("error-rows") ? Level.ERROR : out.level(),
            step,
            Steps.span(s, step),
            "All of %s is read: about %,d rows%s."
                .formatted(Steps.shown(step), Math.round(step.rows()), Steps.times(step)));
      }
    }
  }
}
