package org.binnacle.review.rule.table;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;

/// CREATE should say IF NOT EXISTS and DROP should say IF EXISTS.
public final class IfNotExists implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.if-not-exists", Level.NOTICE)
          .off()
          .says("CREATE should say IF NOT EXISTS and DROP should say IF EXISTS.")
          .because("Such a script can be run again after it stopped in the middle.")
          .bad("CREATE TABLE t (a int PRIMARY KEY);")
          .bad("DROP TABLE t;")
          .good("CREATE TABLE IF NOT EXISTS t (a int PRIMARY KEY);")
          .near("DROP TABLE IF EXISTS t;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .filter(c -> !c.ifNotExists() && !c.temporary())
        .ifPresent(c -> out.at(s.head(), c.table().name(), "IF NOT EXISTS is missing."));
    if (s.ddl().orElse(null) instanceof Ddl.DropTable drop && !drop.ifExists()) {
      out.at(s.head(), drop.tables().getFirst().name(), "IF EXISTS is missing.");
    }
  }
}
