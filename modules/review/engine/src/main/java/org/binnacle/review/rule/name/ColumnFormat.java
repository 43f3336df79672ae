package org.binnacle.review.rule.name;

import java.util.regex.Pattern;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// Column names should be small letters, digits and underscores.
public final class ColumnFormat implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.column-format", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("Column names should be small letters, digits and underscores.")
          .because(
              "Anything else wants quotes for ever, and tools differ in how they "
                  + "keep capitals.")
          .param("pattern", "^[a-z][a-zA-Z0-9_]*$", "regular expression of the whole name")
          .bad("CREATE TABLE t (id int PRIMARY KEY, `First Name` varchar(20));")
          .good("CREATE TABLE t (id int PRIMARY KEY, first_name varchar(20));")
          .near("ALTER TABLE t DROP COLUMN `First Name`;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Pattern pattern = out.pattern("pattern");
    for (NewColumn c : s.newColumns()) {
      // A column that keeps its name is not the author's.
      boolean kept = c.origin() == NewColumn.Origin.MODIFY;
      if (!kept && !pattern.matcher(c.column().name()).matches()) {
        out.at(
            c.column().nameSpan(),
            c.object(),
            "The name " + c.column().name() + " does not match " + pattern + ".");
      }
    }
  }
}
