package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.Union;

/// LIMIT should have ORDER BY.
public final class LimitNoOrder implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.limit-no-order", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("LIMIT should have ORDER BY.")
          .because(
              "Which rows come is left to the plan: another index, another version "
                  + "or a replica gives others, and pages overlap.")
          .bad("SELECT a FROM t WHERE b = 1 LIMIT 10;")
          .bad("SELECT a FROM t UNION ALL SELECT a FROM u LIMIT 5;")
          .good("SELECT a FROM t WHERE b = 1 ORDER BY a LIMIT 10;")
          .near("SELECT count(*) FROM t LIMIT 1;")
          .near("SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u LIMIT 1);")
          .near("SELECT a FROM t LIMIT 0;")
          .near("SELECT 1 FROM t WHERE b = 5 LIMIT 1;")
          .schema("CREATE TABLE p (id int PRIMARY KEY, a int);")
          .near("SELECT a FROM p WHERE id = 5 LIMIT 1;")
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
      if (u.limit().isPresent() && u.orderBy().isEmpty()) {
        out.at(
            Said.at(u.limit().get().span(), s),
            "",
            "LIMIT of a UNION without ORDER BY: which rows come is left to the plan.");
      }
    }
    for (Block b : q.blocks()) {
      if (b.limit().isEmpty()
          || !b.orderBy().isEmpty()
          || b.tables().isEmpty()
          || b.place() == Block.Place.EXISTS
          || isWrite(q, b)
          || (b.groupBy().isEmpty() && b.hasAggregate())) {
        continue;
      }
      String n = b.limit().get().text();
      boolean one =
          n.equals("1")
              && b.items().stream().noneMatch(i -> i.isStar() || !i.operand().columns().isEmpty());
      boolean point = b.tables().size() == 1 && Scope.of(s, q).isPoint(b, b.tables().getFirst());
      if (!n.equals("0") && !one && !point) {
        out.as(
            n.equals("1") ? Level.NOTICE : Level.WARNING,
            Said.at(b.limit().get().span(), s),
            b.tables().getFirst().name(),
            "LIMIT " + n + " without ORDER BY: which rows come is left to the plan.");
      }
    }
  }

  private static boolean isWrite(Query q, Block b) {
    return b.items().isEmpty() && (q.verb() == Query.Verb.UPDATE || q.verb() == Query.Verb.DELETE);
  }
}
