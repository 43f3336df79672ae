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
import org.binnacle.sql.query.TableUse;

/// INSERT ... SELECT should read a bounded part.
public final class InsertSelect implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.insert-select", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("INSERT ... SELECT should read a bounded part.")
          .because(
              "Under REPEATABLE READ it locks every row that it reads, in one "
                  + "transaction of any size. With a WHERE it is told as a notice.")
          .bad("INSERT INTO t (a) SELECT a FROM u;")
          .bad("REPLACE INTO t (a) SELECT a FROM u WHERE b = 1;")
          .good("INSERT INTO t (a) VALUES (1);")
          .near(
              "INSERT INTO t (a) SELECT 1 FROM dual WHERE NOT EXISTS (SELECT 1 FROM "
                  + "t WHERE a = 1);")
          .near("INSERT INTO t (a) SELECT 1;")
          .near("CREATE TABLE u (a int); INSERT INTO t (a) SELECT a FROM u;")
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
    Query.Insert insert = q.insert().filter(Query.Insert::select).orElse(null);
    if (insert == null || b.depth() > 0) {
      return;
    }
    TableUse source =
        b.tables().stream()
            .filter(
                t ->
                    !t.derived()
                        && !t.name().equalsIgnoreCase("dual")
                        && !t.schema().equalsIgnoreCase("information_schema")
                        && !s.schema().isFresh(Scope.name(s, t)))
            .findFirst()
            .orElse(null);
    if (source == null || Scope.of(s, q).isPoint(b, source)) {
      return;
    }
    boolean all = b.where().isEmpty() && b.limit().isEmpty();
    out.as(
        all ? Level.WARNING : Level.NOTICE,
        Said.at(source.span(), s),
        source.name(),
        all
            ? "All rows of "
                + source.name()
                + " are read and locked until commit: cut it up by key."
            : "What is read of "
                + source.name()
                + " stays locked until commit under REPEATABLE READ.");
  }
}
