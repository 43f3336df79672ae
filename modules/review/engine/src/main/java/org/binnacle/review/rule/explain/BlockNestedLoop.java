package org.binnacle.review.rule.explain;

import java.util.List;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanStep;

/// A join should find an index on one side.
public final class BlockNestedLoop implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.block-nested-loop", Level.WARNING)
          .needs(Need.REPLICA)
          .says("A join of large tables should find an index on one side.")
          .because(
              "Without one, all rows of both are read and held in the join buffer (a hash join, or a block nested loop before 8.0.20).")
          .param("min-rows", 10_000, "rows of the joined table below which it is let pass")
          .live(
              "hash-join rows=9\ntable-scan a rows=50 table=50\ntable-scan b rows=50000 table=50000 JOIN_BUFFER")
          .bad("SELECT a.id FROM a JOIN b ON a.x = b.x;")
          .live("table-scan a rows=50 table=50\nindex-lookup b index=k rows=5 loops=50 table=50000")
          .good("SELECT a.id FROM a JOIN b ON a.id = b.a_id;")
          .live(
              "hash-join rows=9\ntable-scan a rows=50 table=50\ntable-scan b rows=60 table=60 JOIN_BUFFER")
          .near("SELECT a.id FROM a JOIN b ON a.y = b.y;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    List<PlanStep> all = Steps.all(s);
    boolean hashed = all.stream().anyMatch(step -> step.kind().startsWith("hash-"));
    List<PlanStep> reads = Steps.of(s);
    if (reads.size() < 2) {
      return;
    }
    for (PlanStep step : reads) {
      boolean whole = step.is("table-scan") || step.is("index-scan");
      boolean buffered = step.has("JOIN_BUFFER") || hashed;
      if (whole && buffered && step.rows() >= out.number("min-rows")) {
        out.step(
            step,
            Steps.span(s, step),
            "%s is joined without an index: about %,d rows are held against those of the others."
                .formatted(Steps.shown(step), Math.round(step.rows())));
        return;
      }
    }
  }
}
