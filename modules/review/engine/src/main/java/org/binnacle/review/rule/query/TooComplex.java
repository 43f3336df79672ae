package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// A query should be read in one go.
public final class TooComplex implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.too-complex", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .param(
              "max",
              80,
              "points: 1 a table and a condition, 2 a SELECT and 1 for each level that it is nested")
          .says("A query should be read in one go.")
          .because(
              "What nobody reads nobody tunes: cut it into steps by WITH, or into "
                  + "several queries.")
          .with("max", 10)
          .bad(
              "SELECT a FROM t JOIN u ON t.id = u.id JOIN v ON v.id = u.id WHERE t.b "
                  + "IN (SELECT c FROM w WHERE d = 1) AND t.e = 2;")
          .good("SELECT a FROM t WHERE b = 1;")
          .near("SELECT a FROM t WHERE b IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);")
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
    int weight = 0;
    for (Block b : q.blocks()) {
      weight += 2 + b.tables().size() + b.conditions().size() + b.having().size() + b.depth();
    }
    if (weight > out.number("max")) {
      out.at(
          s.head(),
          "",
          "%d points for tables, conditions and subqueries; %d are allowed."
              .formatted(weight, out.number("max")));
    }
  }
}
