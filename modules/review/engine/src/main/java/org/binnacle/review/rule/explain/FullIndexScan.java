package org.binnacle.review.rule.explain;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanStep;

/// A query should not read a whole index of a large table.
public final class FullIndexScan implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.full-index-scan", Level.WARNING)
          .needs(Need.REPLICA)
          .says("A query should not read a whole index of a large table.")
          .because("It is a full scan of smaller rows.")
          .param("min-rows", 10_000, "rows below which it is let pass")
          .live("index-scan orders index=k rows=50000 table=50000")
          .bad("SELECT count(*) FROM orders;")
          .live("range-scan orders index=k rows=50000 table=900000")
          .good("SELECT customer FROM orders WHERE customer > 5;")
          .live("index-scan orders index=k rows=10 table=900000")
          .near("SELECT customer FROM orders ORDER BY customer LIMIT 10;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (PlanStep step : Steps.of(s)) {
      if (step.is("index-scan") && !step.readsAll() && step.rows() >= out.number("min-rows")) {
        out.step(
            step,
            Steps.span(s, step),
            "The whole index %s of %s is read: about %,d entries%s."
                .formatted(
                    step.index(), Steps.shown(step), Math.round(step.rows()), Steps.times(step)));
      }
    }
  }
}
