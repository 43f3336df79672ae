package org.binnacle.review.rule.ddl;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;

/// OPTIMIZE TABLE and ALTER TABLE ... FORCE should be run with a reason.
public final class Optimize implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.optimize", Level.WARNING)
          .says("OPTIMIZE TABLE and ALTER TABLE ... FORCE should be run with a reason.")
          .because("They rebuild the whole table, and replicas lag for as long.")
          .bad("OPTIMIZE TABLE t;")
          .bad("ALTER TABLE t ENGINE=InnoDB;")
          .good("ANALYZE TABLE t;")
          .near("CREATE TABLE t (id int PRIMARY KEY) ENGINE=InnoDB;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.begins("OPTIMIZE")) {
      out.at(s.head(), "", "The table is rebuilt.");
    }
    for (AlterAction action : s.actions()) {
      boolean engine =
          action instanceof AlterAction.SetOptions o
              && o.options().value("engine").filter(e -> e.equalsIgnoreCase("InnoDB")).isPresent();
      boolean already =
          s.alters()
              .flatMap(a -> s.table(a.table()))
              .filter(t -> !t.engine().equalsIgnoreCase("InnoDB"))
              .isEmpty();
      if ((action instanceof AlterAction.Force || (engine && already))
          && !s.schema().isFresh(s.tableName().orElseThrow())) {
        out.at(action.span(), s.tableName().orElseThrow().name(), "The table is rebuilt.");
      }
    }
  }
}
