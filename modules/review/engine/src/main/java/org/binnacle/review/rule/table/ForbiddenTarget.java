package org.binnacle.review.rule.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;

/// Tables on the team's list must not be touched by scripts.
public final class ForbiddenTarget implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.forbidden-target", Level.ERROR)
          .says("Tables on the team's list must not be touched by scripts.")
          .because("They belong to others, or to a tool.")
          .param("patterns", List.of(), "regular expressions of table names")
          .with("patterns", List.of("^audit_", "^flyway"))
          .bad("ALTER TABLE audit_log ADD a int;")
          .bad("DROP TABLE flyway_schema_history;")
          .good("ALTER TABLE orders ADD a int;")
          .near("ALTER TABLE my_audit_log ADD a int;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (out.list("patterns").isEmpty()) {
      return;
    }
    var names = new ArrayList<TableName>();
    s.tableName().ifPresent(names::add);
    if (s.ddl().orElse(null) instanceof Ddl.DropTable drop) {
      names.addAll(drop.tables());
    } else if (s.ddl().orElse(null) instanceof Ddl.TruncateTable t) {
      names.add(t.table());
    }
    for (TableName name : names) {
      for (String pattern : out.list("patterns")) {
        if (Pattern.compile(pattern).matcher(name.name()).find()) {
          out.at(name.span(), name.name(), name.shown() + " must not be touched.");
        }
      }
    }
  }
}
