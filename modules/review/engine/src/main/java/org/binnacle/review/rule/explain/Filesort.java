package org.binnacle.review.rule.explain;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanStep;

/// A result should come in order from an index.
public final class Filesort implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.filesort", Level.NOTICE)
          .needs(Need.REPLICA)
          .says("A large result should come in order from an index.")
          .because(
              "Sorting waits for the last row before it gives the first, and large sorts go to disk.")
          .param("min-rows", 1_000, "rows below which it is let pass")
          .live("sort rows=5000\ntable-scan orders rows=5000 table=5000")
          .bad("SELECT id FROM orders ORDER BY note;")
          .live("index-scan orders index=PRIMARY rows=5000 table=5000")
          .good("SELECT id FROM orders ORDER BY id;")
          .live("sort rows=10\nindex-lookup orders index=k rows=10 table=5000")
          .near("SELECT id FROM orders WHERE customer = 1 ORDER BY note;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (PlanStep step : Steps.all(s)) {
      boolean sorts = step.is("sort") || (step.readsTable() && step.has("FILESORT"));
      if (sorts && Steps.rows(s, step) >= out.number("min-rows")) {
        out.step(
            step,
            s.head(),
            "About %,d rows are sorted (filesort).".formatted(Math.round(Steps.rows(s, step))));
        return;
      }
    }
  }
}
