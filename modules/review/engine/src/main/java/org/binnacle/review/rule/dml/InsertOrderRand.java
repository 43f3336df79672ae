package org.binnacle.review.rule.dml;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Said;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// INSERT ... SELECT should not sort by RAND().
public final class InsertOrderRand implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.insert-order-rand", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("INSERT ... SELECT should not sort by RAND().")
          .because(
              "All rows are read, sorted and locked; replicas that run statements " + "get others.")
          .bad("INSERT INTO t (a) SELECT a FROM u WHERE b = 1 ORDER BY RAND() LIMIT 5;")
          .good("INSERT INTO t (a) SELECT a FROM u WHERE b = 1 ORDER BY a LIMIT 5;")
          .near("INSERT INTO t (a) SELECT rand() FROM u WHERE b = 1 ORDER BY b;")
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
    if (q.insert().isPresent()) {
      b.orderBy().stream()
          .map(Block.Order::operand)
          .filter(o -> o.calls().contains("rand"))
          .findFirst()
          .ifPresent(
              o ->
                  out.at(
                      Said.at(o.span(), s),
                      "",
                      "Rows are taken by chance: all of the source is read and locked for it."));
    }
  }
}
