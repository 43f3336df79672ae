package org.binnacle.review.rule.script;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;

/// Indexes should be made and dropped by ALTER TABLE.
public final class IndexByAlter implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("script.create-index-via-alter", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("Indexes should be made and dropped by ALTER TABLE.")
          .because(
              "Only ALTER TABLE can be merged with other changes and run by an " + "online tool.")
          .bad("CREATE INDEX i ON t (a);")
          .good("ALTER TABLE t ADD INDEX i (a);")
          .near("CREATE TABLE t (a int, INDEX i (a));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.alters()
        .filter(Ddl.AlterTable::asIndexStatement)
        .ifPresent(a -> out.at(s.head(), a.table().name(), "Write this as ALTER TABLE."));
  }
}
