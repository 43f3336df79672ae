package org.binnacle.review.rule.explain;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanStep;

/// A query of a partitioned table should name its partitions by a condition.
public final class PartitionAll implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.partition-all", Level.WARNING)
          .needs(Need.REPLICA)
          .says(
              "A query of a partitioned table should have a condition on what it is partitioned by.")
          .because("Without one every partition is looked into, each with its own index.")
          .param("min-partitions", 4, "partitions below which it is let pass")
          .live("table-scan log rows=500 table=500 partitions=12/12")
          .bad("SELECT id FROM log WHERE note = 'x';")
          .live("table-scan log rows=500 table=500 partitions=1/12")
          .good("SELECT id FROM log WHERE day = '2026-01-01';")
          .live("table-scan log rows=500 table=500 partitions=3/3")
          .near("SELECT id FROM log;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (PlanStep step : Steps.of(s)) {
      if (step.partitions() >= out.number("min-partitions") && step.read() >= step.partitions()) {
        out.step(
            step,
            Steps.span(s, step),
            "All %d partitions of %s are read.".formatted(step.partitions(), Steps.shown(step)));
      }
    }
  }
}
