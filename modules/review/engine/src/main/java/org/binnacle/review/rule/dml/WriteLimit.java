package org.binnacle.review.rule.dml;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Said;
import org.binnacle.review.rule.query.Scope;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// LIMIT of a write should have ORDER BY.
public final class WriteLimit implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.limit", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("LIMIT of a write should have ORDER BY.")
          .because(
              "Which rows are changed is left to the plan: statement-based replicas "
                  + "change others (unsafe statement 1592).")
          .bad("DELETE FROM t WHERE a = 1 LIMIT 100;")
          .bad("UPDATE t SET b = 1 WHERE a = 1 LIMIT 5;")
          .good("DELETE FROM t WHERE a = 1 ORDER BY id LIMIT 100;")
          .near("DELETE FROM t WHERE a = 1;")
          .schema("CREATE TABLE p (id int PRIMARY KEY, a int);")
          .near("DELETE FROM p WHERE id = 1 LIMIT 1;")
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
    if (b.depth() == 0
        && (q.verb() == Query.Verb.UPDATE || q.verb() == Query.Verb.DELETE)
        && b.limit().isPresent()
        && b.orderBy().isEmpty()
        && !Scope.of(s, q).isPoint(b, b.tables().getFirst())) {
      out.at(
          Said.at(b.limit().get().span(), s),
          b.tables().getFirst().name(),
          "Which rows LIMIT "
              + b.limit().get().text()
              + " changes is left to the plan: ORDER BY the key.");
    }
  }
}
