package org.binnacle.review.rule.ddl;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.ddl.ColumnChange;

/// A column's type should only grow.
public final class ChangeType implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.change-type", Level.WARNING)
          .concerns(Concern.TABLES)
          .needs(Need.SCHEMA)
          .says("A column's type should only grow.")
          .because(
              "What does not fit is refused in strict mode, else cut, and the table "
                  + "is copied.")
          .schema(
              "CREATE TABLE t (id int PRIMARY KEY, a int, v varchar(100), e " + "enum('x','y'));")
          .bad("ALTER TABLE t MODIFY a smallint;")
          .bad("ALTER TABLE t MODIFY v varchar(50);")
          .bad("ALTER TABLE t MODIFY a varchar(10);")
          .good("ALTER TABLE t MODIFY a bigint;")
          .near("ALTER TABLE t MODIFY v varchar(200);")
          .near("ALTER TABLE t MODIFY a int NOT NULL;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.before().isEmpty() || s.table(c.table()).isEmpty()) {
        continue;
      }
      var change =
          new ColumnChange(
              s.target(), s.table(c.table()).get(), c.before().get(), c.column(), false);
      if (change.changesType() && change.narrows() && !c.column().type().is("enum", "set")) {
        out.at(
            c.column().type().span(),
            c.object(),
            "%s changes from %s to %s: values may not fit."
                .formatted(
                    c.column().name(), c.before().get().type().shown(), c.column().type().shown()));
      }
    }
  }
}
