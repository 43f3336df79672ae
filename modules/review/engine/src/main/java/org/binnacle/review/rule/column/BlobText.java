package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// TEXT, BLOB and JSON should be kept out of tables of many transactions.
public final class BlobText implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.blob-text", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("TEXT, BLOB and JSON should be kept out of tables of many transactions.")
          .because("They lie off the page, and temporary tables with them go to disk.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a text);")
          .good("CREATE TABLE t (id int PRIMARY KEY, a varchar(255));")
          .near("CREATE TABLE t (id int PRIMARY KEY, text_id int);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().type().isLong()) {
        out.at(
            c.column().type().span(),
            c.object(),
            c.column().name() + " is of type " + c.column().type().name() + ".");
      }
    }
  }
}
