package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// Columns should have a default.
public final class DefaultRequired implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.default-required", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("Columns should have a default.")
          .because("An INSERT that does not name them fails.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL);")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL DEFAULT 0);")
          .near(
              "CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, b text, c int AS "
                  + "(1) VIRTUAL);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (Defaults.wanted(s, c) && !c.column().hasDefault()) {
        out.at(c.column().nameSpan(), c.object(), c.column().name() + " has no default.");
      }
    }
  }
}
