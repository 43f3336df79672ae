package org.binnacle.review.rule.query;

import java.util.Locale;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;

/// A query should not aggregate.
public final class AggregateUse implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.aggregate", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .off()
          .says("A query should not aggregate.")
          .because(
              "An opinion of teams whose application adds up itself; the server is "
                  + "usually better at it.")
          .bad("SELECT count(*) FROM t WHERE a = 1;")
          .good("SELECT a FROM t WHERE a = 1;")
          .near("SELECT sum(a) OVER () FROM t WHERE a = 1;")
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
    b.functions().stream()
        .filter(Block.Call::isAggregate)
        .findFirst()
        .ifPresent(
            c ->
                out.at(
                    Said.at(c.span(), s), "", c.name().toUpperCase(Locale.ROOT) + " aggregates."));
  }
}
