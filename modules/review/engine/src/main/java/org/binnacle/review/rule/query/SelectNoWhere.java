package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// A SELECT should have a WHERE or a LIMIT.
public final class SelectNoWhere implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.no-where", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("A SELECT should have a WHERE or a LIMIT.")
          .because("Without either the whole table goes over the network.")
          .bad("SELECT a FROM t;")
          .bad("SELECT a FROM t ORDER BY a;")
          .good("SELECT a FROM t WHERE b = 1;")
          .near("SELECT a FROM t LIMIT 5;")
          .near("SELECT max(a) FROM t;")
          .near("SELECT 1;")
          .near("SELECT x.a FROM (SELECT a FROM t WHERE b = 1) x;")
          .near("SELECT schema_name FROM information_schema.schemata;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> look(s, q, b, out)));
  }

  private static void look(Subject s, Query q, Block b, Findings out) {
    boolean base =
        b.tables().size() == 1
            && !b.tables().getFirst().derived()
            && !b.tables().getFirst().name().equalsIgnoreCase("dual")
            && !b.tables().getFirst().schema().equalsIgnoreCase("information_schema")
            && !b.tables().getFirst().schema().equalsIgnoreCase("performance_schema");
    if (q.verb() == Query.Verb.SELECT
        && b.depth() == 0
        && b.place() == Block.Place.STATEMENT
        && base
        && b.where().isEmpty()
        && b.limit().isEmpty()
        && b.groupBy().isEmpty()
        && b.having().isEmpty()
        && !b.hasAggregate()) {
      out.at(
          Said.at(b.tables().getFirst().span(), s),
          b.tables().getFirst().name(),
          "All rows of " + b.tables().getFirst().name() + " are sent.");
    }
  }
}
