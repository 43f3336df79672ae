package org.binnacle.review.rule.explain;

import java.util.Optional;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.IndexProposal;
import org.binnacle.review.live.PlanStep;

/// An index that would serve a scan is proposed.
public final class SuggestIndex implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.suggest-index", Level.NOTICE)
          .needs(Need.REPLICA)
          .says("Where a large table is scanned and an index would serve, it is proposed.")
          .because(
              "It is a hypothesis from conditions and statistics: try it with `binnacle advise --try` before it is made.")
          .param("min-rows", 1_000, "rows read below which nothing is proposed")
          .live("table-scan orders rows=5000 table=5000 where\nproposes orders note")
          .bad("SELECT id FROM orders WHERE note = 'x';")
          .live("index-lookup orders index=k rows=50 table=5000\nproposes orders note")
          .good("SELECT id FROM orders WHERE k = 1;")
          .live("table-scan orders rows=5000 table=5000")
          .near("SELECT id FROM orders;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Optional<PlanStep> scan =
        Steps.of(s).stream()
            .filter(step -> step.is("table-scan") || step.is("index-scan"))
            .filter(step -> step.rows() >= out.number("min-rows"))
            .findFirst();
    if (scan.isEmpty()) {
      return;
    }
    for (IndexProposal one : s.live().orElseThrow().proposals(s.schema().database(), s.text())) {
      Optional<PlanStep> step =
          Steps.of(s).stream()
              .filter(
                  p ->
                      p.base().equalsIgnoreCase(one.table())
                          || p.table().equalsIgnoreCase(one.table()))
              .findFirst();
      out.step(
          step.orElse(scan.get()),
          step.map(p -> Steps.span(s, p)).orElse(s.head()),
          "An index on %s (%s) could serve: %s. Try: %s"
              .formatted(one.table(), String.join(", ", one.columns()), one.why(), one.ddl()));
    }
  }
}
