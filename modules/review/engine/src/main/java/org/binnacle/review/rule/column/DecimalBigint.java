package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// Amounts should be kept as BIGINT of the smallest unit.
public final class DecimalBigint implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.decimal-bigint", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("Amounts should be kept as BIGINT of the smallest unit.")
          .because("Integers are faster than DECIMAL; an opinion.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a decimal(12,2));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a bigint);")
          .near("CREATE TABLE t (id int PRIMARY KEY, a double);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().type().is("decimal")) {
        out.at(c.column().type().span(), c.object(), c.column().name() + " is a DECIMAL.");
      }
    }
  }
}
