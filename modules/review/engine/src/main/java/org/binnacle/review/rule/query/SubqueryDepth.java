package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Query;

/// Subqueries should not be nested deep.
public final class SubqueryDepth implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.subquery-depth", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .param("max", 4, "levels below the statement")
          .says("Subqueries should not be nested deep.")
          .because("Nobody reads them; WITH names each step.")
          .with("max", 1)
          .bad("SELECT a FROM t WHERE b IN (SELECT c FROM u WHERE d IN (SELECT e FROM " + "v));")
          .good("SELECT a FROM t WHERE b IN (SELECT c FROM u);")
          .near("SELECT a FROM t WHERE b IN (SELECT c FROM u) AND d IN (SELECT e FROM " + "v);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> look(s, q, out));
  }

  private static void look(Subject s, Query q, Findings out) {
    q.blocks().stream()
        .filter(b -> b.depth() == out.number("max") + 1)
        .findFirst()
        .ifPresent(
            b ->
                out.at(
                    Said.at(b.span(), s),
                    "",
                    "A subquery at depth %d; %d are allowed."
                        .formatted(b.depth(), out.number("max"))));
  }
}
