package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;

/// LIKE should have a wildcard.
public final class LikeNoWildcard implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.like-no-wildcard", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("LIKE should have a wildcard.")
          .because(
              "Without one = says it, and finds an index the same way; the two "
                  + "differ in trailing spaces.")
          .bad("SELECT a FROM t WHERE b LIKE 'x';")
          .good("SELECT a FROM t WHERE b = 'x';")
          .near("SELECT a FROM t WHERE b LIKE 'x_';")
          .near("SELECT a FROM t WHERE b LIKE ?;")
          .near("SHOW TABLES LIKE 'x';")
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
    if (p.kind() != Predicate.Kind.LIKE || p.value().isEmpty() || p.left().span().isEmpty()) {
      return;
    }
    Operand v = p.value().get();
    if (v.kind() == Operand.Kind.STRING
        && v.text().indexOf('%') < 0
        && v.text().indexOf('_') < 0
        && v.span().isPresent()) {
      String sign = p.negated() ? "<>" : "=";
      out.at(
          Said.at(p.span(), s),
          p.left().text(),
          Said.quoted(p.span(), s) + " has no wildcard: " + sign + " says it.",
          Said.fix(
              "write " + sign,
              false,
              between(p.left().span().get(), v.span().get()),
              " " + sign + " "));
    }
  }

  private static Span between(Span left, Span right) {
    int from = left.end();
    int to = right.start();
    return new Span(from, to);
  }
}
