package org.binnacle.review.rule.explain;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanStep;

/// A condition should be served by one index.
public final class IndexMerge implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.index-merge", Level.NOTICE)
          .needs(Need.REPLICA)
          .says("A condition should be served by one index of all its columns.")
          .because("Merging reads several indexes and sorts their row ids.")
          .live("index-merge orders index=intersect(k1,k2) rows=50 table=5000")
          .bad("SELECT id FROM orders WHERE a = 1 AND b = 2;")
          .live("index-lookup orders index=k rows=50 table=5000")
          .good("SELECT id FROM orders WHERE a = 1;")
          .live("range-scan orders index=k rows=50 table=5000")
          .near("SELECT id FROM orders WHERE a = 1 OR a = 2;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (PlanStep step : Steps.of(s)) {
      if (step.is("index-merge")) {
        out.step(
            step,
            Steps.span(s, step),
            "Several indexes of %s are merged%s: one of all these columns would do."
                .formatted(
                    Steps.shown(step), step.index().isEmpty() ? "" : " (" + step.index() + ")"));
      }
    }
  }
}
