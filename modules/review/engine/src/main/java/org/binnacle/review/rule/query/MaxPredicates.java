package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;

/// A query should have few conditions.
public final class MaxPredicates implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.max-predicates", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .param("max", 40, "conditions of one SELECT")
          .says("A query should have few conditions.")
          .because("The optimizer weighs each with each; and nobody reads them.")
          .with("max", 2)
          .bad("SELECT a FROM t WHERE b = 1 AND c = 2 AND d = 3;")
          .good("SELECT a FROM t WHERE b = 1 AND c = 2;")
          .near("SELECT a FROM t WHERE b IN (1, 2, 3);")
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
    int n = b.conditions().size() + b.having().size();
    if (n > out.number("max")) {
      out.at(
          Said.at(b.conditions().getFirst().span(), s),
          "",
          "%d conditions, %d are allowed.".formatted(n, out.number("max")));
    }
  }
}
