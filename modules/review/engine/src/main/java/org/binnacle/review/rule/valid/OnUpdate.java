package org.binnacle.review.rule.valid;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// ON UPDATE is for TIMESTAMP and DATETIME, with the precision of the column.
public final class OnUpdate implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.on-update", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("ON UPDATE is for TIMESTAMP and DATETIME, with the precision of the " + "column.")
          .because("The server refuses it with error 1294.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a date ON UPDATE " + "CURRENT_TIMESTAMP);")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, a datetime(3) ON UPDATE "
                  + "CURRENT_TIMESTAMP);")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, a datetime(3) ON UPDATE "
                  + "CURRENT_TIMESTAMP(3));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a datetime ON UPDATE " + "CURRENT_TIMESTAMP());")
          .near("CREATE TABLE t (id int PRIMARY KEY, a timestamp ON UPDATE now());")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().onUpdateText().isEmpty()) {
        continue;
      }
      int fsp = Precision.of(c.column().onUpdateText().get());
      boolean typed = c.column().type().is("datetime", "timestamp");
      if (!typed || fsp != c.column().type().length().orElse(0)) {
        out.at(
            c.column().span(),
            c.object(),
            typed
                ? "The precision of ON UPDATE is not the column's."
                : "ON UPDATE is for TIMESTAMP and DATETIME.");
      }
    }
  }
}
