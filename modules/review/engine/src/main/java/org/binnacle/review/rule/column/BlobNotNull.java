package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// TEXT and BLOB columns should allow NULL.
public final class BlobNotNull implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.blob-not-null", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("TEXT and BLOB columns should allow NULL.")
          .because(
              "They can have no literal default, so an INSERT without them fails in "
                  + "strict mode.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL);")
          .good("CREATE TABLE t (id int PRIMARY KEY, a text);")
          .near("CREATE TABLE t (id int PRIMARY KEY, a varchar(10) NOT NULL);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().type().isLong() && !c.column().isNullable() && !c.column().hasDefault()) {
        out.at(
            c.column().nameSpan(),
            c.object(),
            c.column().name() + " is NOT NULL and can have no literal default.");
      }
    }
  }
}
