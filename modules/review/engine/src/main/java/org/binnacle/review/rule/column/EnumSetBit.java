package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// ENUM, SET and BIT should not be used.
public final class EnumSetBit implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.enum-set-bit", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("ENUM, SET and BIT should not be used.")
          .because("A new value is a change of the schema, and clients show BIT as bytes.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a enum('x', 'y'));")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a bit(1));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a tinyint NOT NULL);")
          .near("CREATE TABLE t (id int PRIMARY KEY, bit_count int);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().type().is("enum", "set", "bit")) {
        out.at(
            c.column().type().span(),
            c.object(),
            c.column().name() + " is of type " + c.column().type().name() + ".");
      }
    }
  }
}
