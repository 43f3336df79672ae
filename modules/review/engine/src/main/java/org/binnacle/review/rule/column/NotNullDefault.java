package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A column that is added as NOT NULL needs a default.
public final class NotNullDefault implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.notnull-default", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("A column that is added as NOT NULL needs a default.")
          .because(
              "Programs that do not know it yet fail in strict mode, and old rows "
                  + "get a value that nobody chose.")
          .bad("ALTER TABLE t ADD COLUMN a int NOT NULL;")
          .good("ALTER TABLE t ADD COLUMN a int NOT NULL DEFAULT 0;")
          .near("ALTER TABLE t ADD COLUMN a int NOT NULL AUTO_INCREMENT, ADD UNIQUE " + "KEY (a);")
          .near("ALTER TABLE t ADD COLUMN a int;")
          .near("CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      boolean wanted =
          c.origin() == NewColumn.Origin.ADD
              && c.column().nullable().filter(n -> !n).isPresent()
              && !c.column().hasDefault();
      if (wanted && Defaults.wanted(s, c)) {
        out.at(
            c.column().nameSpan(),
            c.object(),
            c.column().name()
                + " is NOT NULL and has no default: programs of today cannot insert.");
      }
    }
  }
}
