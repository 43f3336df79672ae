package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A long CHAR should be a VARCHAR.
public final class CharToVarchar implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.char-to-varchar", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("A long CHAR should be a VARCHAR.")
          .because(
              "It takes its full length for every row in fixed character sets, and "
                  + "trailing spaces are lost.")
          .param("max", 64, "characters")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a char(200));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a varchar(200));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a char(36));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().type().is("char")
          && c.column().type().length().orElse(1) > out.number("max")) {
        out.at(
            c.column().type().span(),
            c.object(),
            "char(" + c.column().type().length().get() + ") should be a varchar.");
      }
    }
  }
}
