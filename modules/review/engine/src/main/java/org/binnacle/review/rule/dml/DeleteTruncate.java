package org.binnacle.review.rule.dml;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Said;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// A table should be emptied by TRUNCATE.
public final class DeleteTruncate implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.delete-truncate", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .off()
          .conflictsWith("ddl.truncate", "drc.truncate")
          .says("A table should be emptied by TRUNCATE.")
          .because(
              "DELETE writes undo and binlog for each row. TRUNCATE cannot be rolled "
                  + "back, fires no trigger and is no row event for other regions: an "
                  + "opinion that ddl.truncate does not share.")
          .bad("DELETE FROM t;")
          .good("TRUNCATE TABLE t;")
          .near("DELETE FROM t WHERE a = 1;")
          .near("DELETE FROM t LIMIT 1000;")
          .near("DELETE t FROM t JOIN u ON t.id = u.id;")
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
    if (q.verb() == Query.Verb.DELETE
        && b.depth() == 0
        && b.where().isEmpty()
        && b.limit().isEmpty()
        && b.tables().size() == 1) {
      TableUse t = b.tables().getFirst();
      out.at(
          s.head(),
          t.name(),
          "TRUNCATE TABLE empties " + t.name() + " at once.",
          Said.fix(
              "write TRUNCATE",
              false,
              s.whole(),
              "TRUNCATE TABLE " + Rows.shown(s, t.schema(), t.name())));
    }
  }
}
