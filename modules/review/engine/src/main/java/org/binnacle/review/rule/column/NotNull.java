package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// Columns should be NOT NULL.
public final class NotNull implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.not-null", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("Columns should be NOT NULL.")
          .because("NULL makes conditions three-valued and costs a bit in every index.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int);")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL DEFAULT 0);")
          .near("CREATE TABLE t (id serial PRIMARY KEY);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      boolean key =
          s.newPrimaryKey()
              .filter(p -> p.parts().stream().anyMatch(x -> x.isOn(c.column().name())))
              .isPresent();
      if (c.column().isNullable() && !key && c.column().generated().isEmpty()) {
        out.at(c.column().nameSpan(), c.object(), c.column().name() + " may be NULL.");
      }
    }
  }
}
