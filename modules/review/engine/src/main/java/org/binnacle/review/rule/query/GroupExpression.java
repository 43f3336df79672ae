package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;

/// GROUP BY should name columns.
public final class GroupExpression implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.group-expression", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("GROUP BY should name columns.")
          .because(
              "Groups of an expression want a temporary table: no index has them in " + "order.")
          .bad("SELECT date(a), count(*) FROM t WHERE b = 1 GROUP BY date(a);")
          .good("SELECT a, count(*) FROM t WHERE b = 1 GROUP BY a;")
          .near("SELECT a, date(b) FROM t WHERE c = 1 GROUP BY a, b;")
          .schema("CREATE TABLE v (id int PRIMARY KEY, a datetime, KEY k ((date(a))));")
          .near("SELECT date(a), count(*) FROM v WHERE id > 1 GROUP BY date(a);")
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
    for (Operand g : b.groupBy()) {
      if ((g.kind() == Operand.Kind.FUNCTION || g.kind() == Operand.Kind.EXPRESSION)
          && !g.columns().isEmpty()
          && Scope.of(s, q)
              .column(b, g.columns().getFirst())
              .filter(f -> Scope.hasExpression(f.table(), Said.at(g.span(), s).in(s.text())))
              .isEmpty()) {
        out.at(
            Said.at(g.span(), s),
            "",
            "Groups of " + Said.quoted(g.span(), s) + " are made in a temporary table.");
      }
    }
  }
}
