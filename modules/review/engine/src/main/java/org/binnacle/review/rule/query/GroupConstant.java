package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;

/// GROUP BY should name columns.
public final class GroupConstant implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.group-constant", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("GROUP BY should name columns.")
          .because("A position changes its meaning when the select list changes.")
          .bad("SELECT a, count(*) FROM t WHERE b = 1 GROUP BY 1;")
          .good("SELECT a, count(*) FROM t WHERE b = 1 GROUP BY a;")
          .near("SELECT a, count(*) FROM t WHERE b = 1 GROUP BY a % 2;")
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
    b.groupBy().stream()
        .filter(Operand::isLiteral)
        .findFirst()
        .ifPresent(
            g ->
                out.at(
                    Said.at(g.span(), s),
                    "",
                    "GROUP BY " + g.text() + " is a place in the select list, not a name."));
  }
}
