package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;

/// ORDER BY should name columns.
public final class OrderConstant implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.order-constant", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("ORDER BY should name columns.")
          .because(
              "A number is a place in the select list and changes its meaning with "
                  + "it; a text in quotes sorts nothing.")
          .bad("SELECT a, b FROM t WHERE c = 1 ORDER BY 2;")
          .bad("SELECT a FROM t WHERE c = 1 ORDER BY 'a';")
          .good("SELECT a, b FROM t WHERE c = 1 ORDER BY b;")
          .near("SELECT a FROM t WHERE c = 1 GROUP BY a ORDER BY NULL;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> look(s, b, out)));
  }

  private static void look(Subject s, Block b, Findings out) {
    for (Block.Order o : b.orderBy()) {
      if (o.operand().kind() == Operand.Kind.NUMBER) {
        out.at(
            Said.at(o.operand().span(), s),
            "",
            "ORDER BY " + o.operand().text() + " is a place in the select list, not a name.");
      } else if (o.operand().kind() == Operand.Kind.STRING) {
        out.as(
            Level.WARNING,
            Said.at(o.operand().span(), s),
            "",
            "'"
                + o.operand().text()
                + "' is a constant: nothing is sorted. A name stands in backticks.");
      }
    }
  }
}
