package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Predicate;

/// A condition should not need a regular expression.
public final class Regexp implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.regexp", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("A condition should not need a regular expression.")
          .because("It is tried on every row: no index serves it.")
          .bad("SELECT a FROM t WHERE b REGEXP '^x';")
          .bad("DELETE FROM t WHERE b NOT RLIKE 'x';")
          .good("SELECT a FROM t WHERE b LIKE 'x%';")
          .near("SELECT a FROM t WHERE b LIKE 'REGEXP%';")
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
    if (p.kind() == Predicate.Kind.REGEXP) {
      out.at(
          Said.at(p.span(), s),
          p.left().text(),
          Said.quoted(p.span(), s) + " is tried on every row.");
    }
  }
}
