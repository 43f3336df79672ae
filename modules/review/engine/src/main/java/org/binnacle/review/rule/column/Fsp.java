package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// Times should have no fraction of seconds.
public final class Fsp implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.fsp", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("Times should have no fraction of seconds.")
          .because(
              "Each digit costs space; an opinion, and the opposite of what "
                  + "multi-active tables need.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a datetime(6));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a datetime);")
          .near("CREATE TABLE t (id int PRIMARY KEY, a varchar(6));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().type().is("datetime", "timestamp", "time")
          && c.column().type().length().orElse(0) > 0) {
        out.at(
            c.column().type().span(),
            c.object(),
            c.column().name() + " has a fraction of seconds.");
      }
    }
  }
}
