package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;

/// A SUM should not surprise by NULL.
public final class SumNull implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.sum-null", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("A SUM should not surprise by NULL.")
          .because("Without any row it is NULL, not 0.")
          .bad("SELECT SUM(a) FROM t WHERE b = 1;")
          .good("SELECT COALESCE(SUM(a), 0) FROM t WHERE b = 1;")
          .near("SELECT b, SUM(a) FROM t WHERE c = 1 GROUP BY b;")
          .near("SELECT SUM(a) OVER () FROM t WHERE b = 1;")
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
    if (b.groupBy().isEmpty()) {
      b.items().stream()
          .map(Block.Item::operand)
          .filter(
              o ->
                  o.kind() == Operand.Kind.FUNCTION
                      && o.text().equals("sum")
                      && o.span().isPresent())
          .findFirst()
          .ifPresent(
              o -> {
                Span at = o.span().get();
                out.at(
                    at,
                    "",
                    Said.quoted(o.span(), s) + " is NULL where no row is found.",
                    Said.fix(
                        "COALESCE it to 0", false, at, "COALESCE(" + at.in(s.text()) + ", 0)"));
              });
    }
  }
}
