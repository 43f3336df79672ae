package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A VARCHAR should not be longer than it needs to be.
public final class VarcharMax implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.varchar-max", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("A VARCHAR should not be longer than it needs to be.")
          .because(
              "Sorts and temporary tables may take its full length, and a long one "
                  + "cannot be indexed whole.")
          .param("max", 2000, "characters")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a varchar(5000));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a varchar(255));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a varchar(2000));")
          .near("ALTER TABLE t DROP COLUMN a;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      int length = c.column().type().length().orElse(0);
      if (c.column().type().is("varchar") && length > out.number("max")) {
        out.at(
            c.column().type().span(),
            c.object(),
            "varchar(%d) is longer than %d: use TEXT, or shorten it."
                .formatted(length, out.number("max")));
      }
    }
  }
}
