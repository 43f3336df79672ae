package org.binnacle.review.rule.explain;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanStep;

/// A query should not need a temporary table.
public final class Temporary implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.temporary", Level.NOTICE)
          .needs(Need.REPLICA)
          .says("A query should not put many rows into a temporary table.")
          .because("Large ones, and before 8.0 those with TEXT, go to disk.")
          .param("min-rows", 1_000, "rows below which it is let pass")
          .live("aggregate-temp-table rows=100\ntable-scan orders rows=5000 table=5000")
          .bad("SELECT note, count(*) FROM orders GROUP BY note;")
          .live("aggregate rows=100\nindex-scan orders index=k rows=5000 table=5000")
          .good("SELECT customer, count(*) FROM orders GROUP BY customer;")
          .live("temp-table rows=10\nindex-lookup orders index=k rows=10 table=5000")
          .near("SELECT DISTINCT note FROM orders WHERE customer = 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (PlanStep step : Steps.all(s)) {
      boolean temporary =
          step.is("temp-table")
              || step.is("aggregate-temp-table")
              || (step.readsTable() && step.has("TEMPORARY"));
      if (temporary && Steps.below(s, step) >= out.number("min-rows")) {
        out.step(
            step,
            s.head(),
            "About %,d rows go through a temporary table."
                .formatted(Math.round(Steps.below(s, step))));
        return;
      }
    }
  }
}
