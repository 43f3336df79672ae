package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Predicate;

/// Conditions should say what is wanted.
public final class Negation implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.negation", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .off()
          .says("Conditions should say what is wanted.")
          .because(
              "What is not wanted finds rarely an index; where few values are "
                  + "excluded it could not help anyway.")
          .bad("SELECT a FROM t WHERE b <> 1;")
          .bad("SELECT a FROM t WHERE b NOT IN (1, 2);")
          .good("SELECT a FROM t WHERE b = 1;")
          .near("SELECT a FROM t WHERE b IS NOT NULL;")
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
    boolean not =
        (p.negated() && p.kind() != Predicate.Kind.IS_NULL)
            || p.operator().equals("<>")
            || p.operator().equals("!=");
    if (not) {
      out.at(
          Said.at(p.span(), s),
          p.left().text(),
          Said.quoted(p.span(), s) + " says what is not wanted.");
    }
  }
}
