package org.binnacle.review.rule.ddl;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;

/// TRUNCATE loses rows for ever.
public final class Truncate implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.truncate", Level.ERROR)
          .says("TRUNCATE loses rows for ever.")
          .because(
              "It cannot be rolled back, and the binlog holds nothing to reverse it " + "from.")
          .bad("TRUNCATE TABLE t;")
          .good("DELETE FROM t WHERE created_at < '2020-01-01';")
          .near("SELECT TRUNCATE(a, 1) FROM t;")
          .near("CREATE TABLE t (id int PRIMARY KEY); TRUNCATE t;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.ddl().orElse(null) instanceof Ddl.TruncateTable t && !s.schema().isFresh(t.table())) {
      out.at(s.head(), t.table().name(), "All rows of " + t.table().shown() + " go.");
    }
  }
}
