package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A foreign key must be written as one of the table.
public final class InlineReferences implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.inline-references", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("A foreign key must be written as one of the table.")
          .because("REFERENCES in a column's definition is read and ignored before MySQL " + "9.0.")
          .until(90000)
          .bad("CREATE TABLE t (id int PRIMARY KEY, b int REFERENCES u (id));")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, b int, FOREIGN KEY (b) REFERENCES " + "u (id));")
          .near("CREATE TABLE t (id int PRIMARY KEY, references_id int);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().references()) {
        out.at(
            c.column().span(),
            c.object(),
            "The server ignores this REFERENCES: no foreign key is made.");
      }
    }
  }
}
