package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A TIMESTAMP that is NOT NULL should have its default written.
public final class TemporalDefault implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.temporal-default", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("A TIMESTAMP that is NOT NULL should have its default written.")
          .because(
              "With explicit_defaults_for_timestamp off (5.7) the first one gets ON "
                  + "UPDATE unasked, the others '0000-00-00'.")
          .server("5.7.44")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a timestamp NOT NULL);")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, a timestamp NOT NULL DEFAULT "
                  + "CURRENT_TIMESTAMP);")
          .near("CREATE TABLE t (id int PRIMARY KEY, a datetime NOT NULL);")
          .until(80002)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      boolean bare = !c.column().hasDefault() && c.column().onUpdateText().isEmpty();
      if (c.column().type().is("timestamp") && bare && !c.column().nullable().orElse(false)) {
        out.at(
            c.column().nameSpan(),
            c.object(),
            c.column().name() + " gets a default, and maybe ON UPDATE, that is not written.");
      }
    }
  }
}
