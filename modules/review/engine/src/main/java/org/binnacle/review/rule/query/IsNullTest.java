package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Predicate;

/// Columns should not be tested for NULL.
public final class IsNullTest implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.is-null", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .off()
          .says("Columns should not be tested for NULL.")
          .because(
              "An opinion of teams that have every column NOT NULL; an index serves "
                  + "IS NULL well.")
          .bad("SELECT a FROM t WHERE b IS NULL;")
          .good("SELECT a FROM t WHERE b = '';")
          .near("SELECT a FROM t WHERE b <=> 5;")
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
    if (p.kind() == Predicate.Kind.IS_NULL) {
      out.at(Said.at(p.span(), s), p.left().text(), Said.quoted(p.span(), s) + " tests for NULL.");
    }
  }
}
