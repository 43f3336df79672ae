package org.binnacle.review.rule.dml;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Said;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.Query;

/// A write should not search by a subquery.
public final class WriteSubquery implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.subquery", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .until(80021)
          .says("A write should not search by a subquery.")
          .because(
              "Before 8.0.21 UPDATE and DELETE know no semijoin: IN (SELECT ...) is "
                  + "run for each row. A join is not.")
          .server("8.0.19")
          .bad("DELETE FROM t WHERE a IN (SELECT b FROM u);")
          .good("DELETE t FROM t JOIN u ON t.a = u.b;")
          .near("DELETE FROM t WHERE a = (SELECT max(b) FROM u);")
          .near("SELECT a FROM t WHERE a IN (SELECT b FROM u);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query()
        .ifPresent(
            q -> q.blocks().forEach(b -> b.conditions().forEach(p -> look(s, q, b, p, out))));
  }

  private static void look(Subject s, Query q, Block b, Predicate p, Findings out) {
    if (b.depth() == 0
        && (q.verb() == Query.Verb.UPDATE || q.verb() == Query.Verb.DELETE)
        && p.right().size() == 1
        && p.kind() == Predicate.Kind.IN
        && p.right().getFirst().kind() == Operand.Kind.SUBQUERY) {
      out.at(
          Said.at(p.span(), s),
          p.left().text(),
          "The subquery is run for each row before 8.0.21: a join.");
    }
  }
}
