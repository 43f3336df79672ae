package org.binnacle.review.rule.explain;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanStep;

/// A subquery should not run once for each row.
public final class DependentSubquery implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.dependent-subquery", Level.WARNING)
          .needs(Need.REPLICA)
          .says("A subquery should not run once for each row.")
          .because(
              "Its time is multiplied by the rows of the query around it: write it as a join, or derive it once.")
          .param("min-rows", 100, "runs below which it is let pass")
          .live(
              "table-scan orders rows=5000 table=5000\nsubquery loops=5000 DEPENDENT\nindex-lookup items index=k rows=3 loops=5000 table=90000")
          .bad("SELECT id, (SELECT max(p) FROM items i WHERE i.o = orders.id) FROM orders;")
          .live("hash-join rows=5000\ntable-scan orders rows=5000 table=5000")
          .good("SELECT o.id, i.p FROM orders o JOIN items i ON i.o = o.id;")
          .live("subquery loops=1\nindex-lookup items index=k rows=3 table=90000")
          .near("SELECT id FROM orders WHERE a = (SELECT max(p) FROM items);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (PlanStep step : Steps.all(s)) {
      boolean dependent = step.is("subquery") && step.has("DEPENDENT");
      if (dependent && step.loops() >= out.number("min-rows")) {
        out.step(
            step,
            s.head(),
            "A subquery depends on the query around it and runs about %,d times."
                .formatted(Math.round(step.loops())));
        return;
      }
    }
  }
}
