package org.binnacle.review.rule.drc;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// The column that is updated by itself needs fractions of seconds.
public final class UpdatedAtFsp implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("drc.updated-at-fsp", Level.WARNING)
          .concerns(Concern.TABLES)
          .off()
          .says("The column that is updated by itself needs fractions of seconds.")
          .because("Two changes within one second could not be told apart.")
          .param("min", 3, "digits of the fraction")
          .conflictsWith("column.fsp")
          .bad(
              "CREATE TABLE t (id bigint PRIMARY KEY, u timestamp NOT NULL DEFAULT "
                  + "CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);")
          .good(
              "CREATE TABLE t (id bigint PRIMARY KEY, u timestamp(6) NOT NULL "
                  + "DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6));")
          .near(
              "CREATE TABLE t (id bigint PRIMARY KEY, u timestamp NOT NULL DEFAULT "
                  + "CURRENT_TIMESTAMP);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().onUpdateText().isPresent()
          && c.column().type().length().orElse(0) < out.number("min")) {
        out.at(
            c.column().type().span(),
            c.object(),
            "%s has %d digits of a second, %d are wanted."
                .formatted(
                    c.column().name(), c.column().type().length().orElse(0), out.number("min")));
      }
    }
  }
}
