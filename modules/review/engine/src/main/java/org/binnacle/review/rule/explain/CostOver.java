package org.binnacle.review.rule.explain;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A statement should cost no more than a policy says.
public final class CostOver implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("explain.cost-over", Level.WARNING)
          .needs(Need.REPLICA)
          .says("A statement should cost no more than a limit.")
          .because(
              "The optimizer's cost is what it compares plans by: roughly the pages that are read.")
          .param("max", 1_000_000, "in the server's own unit")
          .live("cost=2500000\ntable-scan orders rows=5000 table=5000")
          .bad("SELECT id FROM orders;")
          .live("cost=25\nindex-lookup orders index=k rows=50 table=5000")
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
    s.plan()
        .filter(p -> p.cost().isPresent() && p.cost().getAsDouble() > out.number("max"))
        .ifPresent(
            p ->
                out.at(
                    s.head(),
                    "",
                    "The plan costs %,.0f, the limit is %,d."
                        .formatted(p.cost().getAsDouble(), out.number("max"))));
  }
}
