package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// A SELECT should have LIMIT.
public final class NoLimit implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.no-limit", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .off()
          .says("A SELECT should have LIMIT.")
          .because(
              "A policy for consoles and reports: an answer of unknown size fills " + "the client.")
          .bad("SELECT a FROM t WHERE b = 1;")
          .good("SELECT a FROM t WHERE b = 1 ORDER BY a LIMIT 100;")
          .near("SELECT count(*) FROM t WHERE b = 1;")
          .near("INSERT INTO u SELECT a FROM t WHERE b = 1;")
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
    if (q.verb() == Query.Verb.SELECT
        && b.place() == Block.Place.STATEMENT
        && b.limit().isEmpty()
        && !b.tables().isEmpty()
        && !(b.hasAggregate() && b.groupBy().isEmpty())) {
      int end = s.text().length();
      out.at(
          s.head(),
          "",
          "It has no LIMIT.",
          Said.fix("add LIMIT", false, new Span(end, end), " LIMIT 1000"));
    }
  }
}
