package org.binnacle.review.rule.name;

import java.util.regex.Pattern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.TableName;

/// Table names should be small letters, digits and underscores.
public final class TableFormat implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.table-format", Level.WARNING)
          .says("Table names should be small letters, digits and underscores.")
          .because(
              "Whether Orders and orders are one table depends on the operating "
                  + "system; spaces want quotes for ever.")
          .param("pattern", "^[a-z][a-z0-9_]*$", "regular expression of the whole name")
          .bad("CREATE TABLE `Order Items` (id int PRIMARY KEY);")
          .bad("RENAME TABLE a TO `2024`;")
          .good("CREATE TABLE order_items (id int PRIMARY KEY);")
          .near("SELECT * FROM `Order Items`;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Pattern pattern = out.pattern("pattern");
    for (TableName name : NewNames.tables(s)) {
      if (!pattern.matcher(name.name()).matches()) {
        out.at(
            name.span(),
            name.name(),
            "The name " + name.name() + " does not match " + pattern + ".");
      }
    }
  }
}
