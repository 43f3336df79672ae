package org.binnacle.review.rule.name;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;

/// Only tables that were renamed before should be dropped.
public final class DropConvention implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.drop-convention", Level.ERROR)
          .off()
          .says("Only tables that were renamed before should be dropped.")
          .because("Renaming first shows who still uses it, and can be undone.")
          .param("pattern", "_del$", "regular expression of names that may be dropped")
          .bad("DROP TABLE orders;")
          .good("DROP TABLE orders_del;")
          .near("DROP TEMPORARY TABLE orders;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.ddl().orElse(null) instanceof Ddl.DropTable drop && !drop.temporary()) {
      for (TableName t : drop.tables()) {
        if (!out.pattern("pattern").matcher(t.name()).find()) {
          out.at(
              t.span(),
              t.name(),
              "Rename "
                  + t.name()
                  + " first; names that match "
                  + out.text("pattern")
                  + " may be dropped.");
        }
      }
    }
  }
}
