package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.ColumnType;

/// An AUTO_INCREMENT column should be an unsigned INT or BIGINT.
public final class AutoIncrementType implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.auto-inc-type", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("An AUTO_INCREMENT column should be an unsigned INT or BIGINT.")
          .because(
              "A small type runs out: every INSERT then fails; half of a signed one "
                  + "is never used.")
          .bad("CREATE TABLE t (id smallint AUTO_INCREMENT PRIMARY KEY);")
          .bad("CREATE TABLE t (id float AUTO_INCREMENT PRIMARY KEY);")
          .good("CREATE TABLE t (id bigint unsigned AUTO_INCREMENT PRIMARY KEY);")
          .near("CREATE TABLE t (id serial PRIMARY KEY);")
          .near("CREATE TABLE t (id bigint AUTO_INCREMENT PRIMARY KEY);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      ColumnType type = c.column().type();
      if (c.column().autoIncrement() && !type.is("int", "bigint", "serial")) {
        out.at(
            type.span(),
            c.object(),
            c.column().name() + " is " + type.shown() + ": use INT or BIGINT UNSIGNED.");
      }
    }
  }
}
