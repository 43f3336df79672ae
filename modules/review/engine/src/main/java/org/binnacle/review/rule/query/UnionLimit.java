package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.Union;

/// LIMIT of a UNION ALL should be in its parts too.
public final class UnionLimit implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.union-limit", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("LIMIT of a UNION ALL should be in its parts too.")
          .because("Each part is made whole before the few rows are taken.")
          .bad(
              "SELECT a FROM t WHERE x = 1 UNION ALL SELECT a FROM u WHERE x = 1 "
                  + "ORDER BY a LIMIT 10;")
          .good(
              "(SELECT a FROM t WHERE x = 1 ORDER BY a LIMIT 10) UNION ALL (SELECT a "
                  + "FROM u WHERE x = 1 ORDER BY a LIMIT 10) ORDER BY a LIMIT 10;")
          .near("SELECT a FROM t WHERE x = 1 UNION ALL SELECT a FROM u WHERE x = 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> look(s, q, out));
  }

  private static void look(Subject s, Query q, Findings out) {
    for (Union u : q.unions()) {
      boolean open =
          u.parts().stream()
              .filter(n -> n < q.blocks().size())
              .map(n -> q.blocks().get(n))
              .anyMatch(b -> b.limit().isEmpty() && !b.tables().isEmpty());
      if (u.limit().isPresent() && open && !u.orderBy().isEmpty()) {
        out.at(
            Said.at(u.limit().get().span(), s),
            "",
            "Each part is made whole before LIMIT "
                + u.limit().get().text()
                + ": give the parts ORDER BY and LIMIT too.");
      }
    }
  }
}
