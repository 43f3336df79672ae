package org.binnacle.review.rule.drc;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;

/// Rows of tables written in several regions must not go without row events.
public final class Truncate implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("drc.truncate", Level.ERROR)
          .off()
          .says("Rows of tables written in several regions must not go without row " + "events.")
          .because(
              "TRUNCATE and DROP PARTITION are statements: what the other region "
                  + "changes meanwhile is lost or comes back.")
          .bad("TRUNCATE TABLE t;")
          .bad("ALTER TABLE t DROP PARTITION p0;")
          .good("DELETE FROM t WHERE id < 100;")
          .near("ALTER TABLE t ADD PARTITION (PARTITION p9 VALUES LESS THAN (10));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.ddl().orElse(null) instanceof Ddl.TruncateTable t) {
      out.at(s.head(), t.table().name(), "TRUNCATE writes no row events.");
    }
    for (AlterAction.OnPartitions p : s.actions(AlterAction.OnPartitions.class)) {
      if (p.verb().equals("DROP") || p.verb().equals("TRUNCATE")) {
        out.at(
            p.span(),
            s.tableName().orElseThrow().name(),
            p.verb() + " PARTITION writes no row events.");
      }
    }
  }
}
