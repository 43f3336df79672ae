package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;

/// A list of IN should not name columns of the same table.
public final class InColumn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.in-column", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("A list of IN should not name columns of the same table.")
          .because("Quotes were forgotten, or another column was meant.")
          .bad("SELECT a FROM t WHERE state IN (open, 'closed');")
          .good("SELECT a FROM t WHERE state IN ('open', 'closed');")
          .near("SELECT a FROM t WHERE 5 IN (b, c);")
          .near("SELECT t.a FROM t JOIN u ON t.b IN (u.c, u.d);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> b.conditions().forEach(p -> look(s, p, out))));
  }

  private static void look(Subject s, Predicate p, Findings out) {
    if (p.kind() == Predicate.Kind.IN
        && p.left().isColumn()
        && p.right().size() > 1
        && p.right().stream().anyMatch(Operand::isLiteral)) {
      p.right().stream()
          .filter(
              r ->
                  r.isColumn()
                      && r.columns()
                          .getFirst()
                          .table()
                          .equalsIgnoreCase(p.left().columns().getFirst().table()))
          .findFirst()
          .ifPresent(
              r ->
                  out.at(
                      Said.at(r.span(), s),
                      r.text(),
                      r.text() + " is a column here, not a value: are its quotes missing?"));
    }
  }
}
