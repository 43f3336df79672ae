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

/// ORDER BY should name columns.
public final class OrderExpression implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.order-expression", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("ORDER BY should name columns.")
          .because(
              "Rows are sorted by an expression after they were read: no index has "
                  + "them in order, and LIMIT stops nothing.")
          .bad("SELECT a FROM t WHERE b = 1 ORDER BY lower(a) LIMIT 5;")
          .bad("SELECT a FROM t WHERE b = 1 ORDER BY a + c;")
          .good("SELECT a FROM t WHERE b = 1 ORDER BY a LIMIT 5;")
          .near("SELECT a, count(*) FROM t WHERE b = 1 GROUP BY a ORDER BY count(*) " + "DESC;")
          .near("SELECT lower(a) AS x FROM t WHERE b = 1 ORDER BY x;")
          .schema("CREATE TABLE v (id int PRIMARY KEY, a varchar(9), KEY k ((lower(a))));")
          .near("SELECT a FROM v WHERE id > 1 ORDER BY lower(a);")
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
    for (Block.Order o : b.orderBy()) {
      Operand x = o.operand();
      boolean computed =
          (x.kind() == Operand.Kind.FUNCTION || x.kind() == Operand.Kind.EXPRESSION)
              && !x.columns().isEmpty()
              && !x.hasAggregate();
      if (computed
          && Scope.of(s, q)
              .column(b, x.columns().getFirst())
              .filter(f -> Scope.hasExpression(f.table(), Said.at(x.span(), s).in(s.text())))
              .isEmpty()) {
        out.at(
            Said.at(x.span(), s),
            "",
            "Rows are sorted by " + Said.quoted(x.span(), s) + " after all of them were read.");
      }
    }
  }
}
