package org.binnacle.review.rule.ddl;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.ColumnDef;

/// A column that becomes NOT NULL must hold no NULL.
public final class NullableToNotNull implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.nullable-to-notnull", Level.WARNING)
          .concerns(Concern.TABLES)
          .needs(Need.SCHEMA)
          .says("A column that becomes NOT NULL must hold no NULL.")
          .because(
              "The ALTER fails at the first one in strict mode, after having worked "
                  + "for long; else it writes 0 or ''.")
          .schema("CREATE TABLE t (id int PRIMARY KEY, a int, b int NOT NULL);")
          .bad("ALTER TABLE t MODIFY a int NOT NULL;")
          .good("ALTER TABLE t MODIFY b int NOT NULL;")
          .near("ALTER TABLE t ADD c int NOT NULL DEFAULT 0;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.before().filter(ColumnDef::isNullable).isPresent() && !c.column().isNullable()) {
        out.at(
            c.column().span(),
            c.object(),
            c.column().name() + " becomes NOT NULL: look for NULLs first.");
      }
    }
  }
}
