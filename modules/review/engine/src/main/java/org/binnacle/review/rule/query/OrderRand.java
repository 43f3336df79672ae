package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// Rows should not be sorted by RAND().
public final class OrderRand implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.order-rand", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("Rows should not be sorted by RAND().")
          .because("All rows are read and sorted for a few: choose a key by chance " + "instead.")
          .bad("SELECT a FROM t WHERE b = 1 ORDER BY RAND() LIMIT 1;")
          .good("SELECT a FROM t WHERE id >= ? ORDER BY id LIMIT 1;")
          .near("SELECT rand() AS r FROM t WHERE b = 1;")
          .near("SELECT a FROM t WHERE b = 1 ORDER BY rand;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> look(s, q, b, out)));
  }

  private static void look(Subject s, Query q, Block b, Findings out) {
    if (q.insert().isEmpty()) {
      b.orderBy().stream()
          .map(Block.Order::operand)
          .filter(o -> o.calls().contains("rand"))
          .findFirst()
          .ifPresent(
              o ->
                  out.at(
                      Said.at(o.span(), s),
                      "",
                      "All rows are sorted by chance"
                          + (b.limit().isPresent()
                              ? " for the sake of " + b.limit().get().text() + "."
                              : ".")));
    }
  }
}
