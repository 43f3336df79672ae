package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;

/// A column with one value should not be grouped by.
public final class GroupFixedColumn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.group-eq-column", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("A column with one value should not be grouped by.")
          .because("WHERE holds it equal to a constant: it makes no groups.")
          .bad("SELECT a, b, count(*) FROM t WHERE a = 1 GROUP BY a, b;")
          .good("SELECT b, count(*) FROM t WHERE a = 1 GROUP BY b;")
          .near("SELECT a, count(*) FROM t WHERE a > 1 GROUP BY a;")
          .near("SELECT a, count(*) FROM t WHERE a = 1 GROUP BY a;")
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
    if (b.groupBy().size() < 2) {
      return;
    }
    for (Operand g : b.groupBy()) {
      if (g.isColumn()
          && b.where().stream()
              .anyMatch(
                  p ->
                      p.kind() == Predicate.Kind.COMPARE
                          && p.operator().equals("=")
                          && !p.underOr()
                          && !p.negated()
                          && p.left().text().equalsIgnoreCase(g.text())
                          && p.value().filter(Operand::isConstant).isPresent())) {
        out.at(
            Said.at(g.span(), s),
            g.text(),
            g.text() + " has one value by WHERE: it makes no groups.");
      }
    }
  }
}
