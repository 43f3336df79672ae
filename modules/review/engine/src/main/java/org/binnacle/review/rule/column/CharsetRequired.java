package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.ColumnType;

/// Character columns should name their character set.
public final class CharsetRequired implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.charset-required", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("Character columns should name their character set.")
          .because("The team wants it written.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a varchar(10));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a varchar(10) CHARACTER SET " + "utf8mb4);")
          .near("CREATE TABLE t (id int PRIMARY KEY, a varbinary(10));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      ColumnType type = c.column().type();
      if (type.isCharacter() && type.charset().isEmpty() && c.column().collation().isEmpty()) {
        out.at(type.span(), c.object(), c.column().name() + " names no character set.");
      }
    }
  }
}
