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

/// A locking read should lock few rows.
public final class LockClause implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.lock-clause", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("A locking read should lock few rows.")
          .because(
              "FOR UPDATE locks every row that is read, not those that are wanted: "
                  + "without WHERE or index all of them.")
          .bad("SELECT a FROM t FOR UPDATE;")
          .bad(
              "SELECT a FROM t WHERE b > 5 LOCK IN SHARE MODE; SELECT a FROM t LOCK "
                  + "IN SHARE MODE;")
          .good("SELECT a FROM t WHERE id = 5 FOR UPDATE;")
          .near("SELECT a FROM t;")
          .near("SELECT a FROM t ORDER BY id LIMIT 1 FOR UPDATE;")
          .schema("CREATE TABLE p (id int PRIMARY KEY, a int, b int, KEY k (a));")
          .bad("SELECT id FROM p WHERE b = 5 FOR UPDATE;")
          .good("SELECT id FROM p WHERE a = 5 FOR UPDATE;")
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
    if (!b.locks() || b.tables().isEmpty() || b.tables().getFirst().derived()) {
      return;
    }
    String name = b.tables().getFirst().name();
    if (b.where().isEmpty() && b.joins().isEmpty() && b.limit().isEmpty()) {
      out.at(
          Said.at(b.tables().getFirst().span(), s), name, "All rows of " + name + " are locked.");
    } else if (Rows.reads(Scope.of(s, q), b)) {
      out.at(
          Said.at(b.tables().getFirst().span(), s),
          name,
          "No index of " + name + " serves the condition: all rows are locked.");
    }
  }
}
