package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// The default of a date should be a date.
public final class ZeroDate implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.zero-date", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("The default of a date should be a date.")
          .because(
              "'0000-00-00' is refused under NO_ZERO_DATE, which is on by default, "
                  + "and drivers fail on it.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a date NOT NULL DEFAULT " + "'0000-00-00');")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, a datetime NOT NULL DEFAULT "
                  + "'0000-00-00 00:00:00');")
          .good("CREATE TABLE t (id int PRIMARY KEY, a date);")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(10) NOT NULL DEFAULT "
                  + "'0000-00-00');")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().type().isTemporal()
          && !c.column().type().is("year", "time")
          && c.column().defaultText().filter(d -> d.matches("'0000-00-00.*|0")).isPresent()) {
        out.at(
            c.column().span(), c.object(), "The default of " + c.column().name() + " is no date.");
      }
    }
  }
}
