package org.binnacle.review.rule.explain;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanStep;

/// An index should begin with the column of the condition.
public final class SkipScan implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.skip-scan", Level.NOTICE)
          .needs(Need.REPLICA)
          .says("An index should begin with the column of the condition.")
          .because("A skip scan looks once for each value of the columns before it.")
          .live("skip-scan orders index=k rows=50 table=5000")
          .bad("SELECT a, b FROM orders WHERE b = 1;")
          .live("index-lookup orders index=k rows=50 table=5000")
          .good("SELECT a, b FROM orders WHERE a = 1;")
          .live("group-skip-scan orders index=k rows=50 table=5000")
          .near("SELECT a, min(b) FROM orders GROUP BY a;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (PlanStep step : Steps.of(s)) {
      if (step.is("skip-scan")) {
        out.step(
            step,
            Steps.span(s, step),
            "Index %s of %s is skipped through: its first column is not in the condition."
                .formatted(step.index(), Steps.shown(step)));
      }
    }
  }
}
