package org.binnacle.review.rule.explain;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanStep;

/// A condition should find an index.
public final class NoKey implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.no-key", Level.WARNING)
          .needs(Need.REPLICA)
          .says("A condition should find an index.")
          .because("Without one each row is read to be thrown away.")
          .param("min-rows", 1_000, "rows below which it is let pass")
          .live("table-scan orders rows=5000 table=5000 where")
          .bad("SELECT id FROM orders WHERE note = 'x';")
          .live("index-lookup orders index=k rows=5000 table=50000 where")
          .good("SELECT id FROM orders WHERE customer = 1;")
          .live("table-scan orders rows=5000 table=5000")
          .near("SELECT id FROM orders;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (PlanStep step : Steps.of(s)) {
      if (step.readsAll() && step.conditional() && step.rows() >= out.number("min-rows")) {
        out.step(
            step,
            Steps.span(s, step),
            "No index serves the condition on %s.".formatted(Steps.shown(step)));
      }
    }
  }
}
