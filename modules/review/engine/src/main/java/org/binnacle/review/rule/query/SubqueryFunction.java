package org.binnacle.review.rule.query;

import java.util.Locale;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;

/// A subquery should call no function.
public final class SubqueryFunction implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.subquery-function", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .off()
          .says("A subquery should call no function.")
          .because("An opinion: it may be uncacheable.")
          .bad("SELECT a FROM t WHERE b IN (SELECT lower(c) FROM u);")
          .good("SELECT a FROM t WHERE b IN (SELECT c FROM u);")
          .near("SELECT lower(a) FROM t WHERE b IN (SELECT c FROM u);")
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
    if (b.place() == Block.Place.CONDITION
        || b.place() == Block.Place.EXISTS
        || b.place() == Block.Place.SCALAR) {
      b.functions().stream()
          .findFirst()
          .ifPresent(
              c ->
                  out.at(
                      Said.at(c.span(), s),
                      "",
                      c.name().toUpperCase(Locale.ROOT) + " is called in a subquery."));
    }
  }
}
