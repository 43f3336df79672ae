package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// DATETIME should be used in place of TIMESTAMP.
public final class TimestampType implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.timestamp-type", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("DATETIME should be used in place of TIMESTAMP.")
          .because(
              "TIMESTAMP ends in January 2038, and what it shows depends on the "
                  + "session's time zone.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a timestamp NULL);")
          .good("CREATE TABLE t (id int PRIMARY KEY, a datetime);")
          .near("CREATE TABLE t (id int PRIMARY KEY, timestamp int);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().type().is("timestamp")) {
        out.at(c.column().type().span(), c.object(), c.column().name() + " is a TIMESTAMP.");
      }
    }
  }
}
