package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// Who wants groups in order should say so.
public final class GroupImplicitOrder implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.group-implicit-order", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .until(80000)
          .says("Who wants groups in order should say so.")
          .because(
              "Up to 5.7 GROUP BY sorts, from 8.0 on it does not: ORDER BY where the "
                  + "order matters, ORDER BY NULL where it does not.")
          .server("5.7.44")
          .bad("SELECT a, count(*) FROM t WHERE b = 1 GROUP BY a;")
          .good("SELECT a, count(*) FROM t WHERE b = 1 GROUP BY a ORDER BY a;")
          .near("SELECT a, count(*) FROM t WHERE b = 1 GROUP BY a ORDER BY NULL;")
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
    if (!b.groupBy().isEmpty()
        && b.orderBy().isEmpty()
        && b.place() == Block.Place.STATEMENT
        && q.insert().isEmpty()) {
      out.at(
          Said.at(b.groupBy().getFirst().span(), s),
          "",
          "GROUP BY sorts here and will not from 8.0 on: write ORDER BY, or ORDER BY NULL.");
    }
  }
}
