package org.binnacle.review.rule.ddl;

import java.util.List;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// Databases, servers, instances and tablespaces should be changed by those who run them.
public final class AlterDatabase implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.alter-database", Level.WARNING)
          .says(
              "Databases, servers, instances and tablespaces should be changed by "
                  + "those who run them.")
          .because("It changes more than the objects of the script.")
          .bad("ALTER DATABASE shop CHARACTER SET = utf8mb4;")
          .bad("ALTER INSTANCE ROTATE INNODB MASTER KEY;")
          .good("ALTER TABLE t ADD a int;")
          .near("CREATE DATABASE shop;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (String what : List.of("DATABASE", "SCHEMA", "INSTANCE", "TABLESPACE", "SERVER")) {
      if (s.begins("ALTER", what)) {
        out.at(s.head(), "", "ALTER " + what + ".");
      }
    }
  }
}
