package org.binnacle.review.rule.object;

import java.util.List;
import java.util.Locale;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;

/// Procedures, functions, triggers, events and views should not be made by scripts.
public final class Procedure implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("object.procedure", Level.WARNING)
          .off()
          .says(
              "SQL should not be kept in the server: no procedures, functions, triggers, events, views.")
          .because(
              "It is changed without the application's review, and triggers run twice where two regions write.")
          .param(
              "kinds",
              List.of("procedure", "function", "trigger", "event"),
              "what is refused; view may be added")
          .bad("CREATE PROCEDURE p() SELECT 1;")
          .bad("CREATE TRIGGER t_bi BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;")
          .good("CREATE TABLE t (id int PRIMARY KEY);")
          .near("DROP PROCEDURE p;")
          .near("CREATE VIEW v AS SELECT a FROM t;")
          .with("kinds", List.of("view"))
          .bad("CREATE VIEW v AS SELECT a FROM t;")
          .near("CREATE PROCEDURE p() SELECT 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Ddl ddl = s.ddl().orElse(null);
    if (ddl instanceof Ddl.CreateProgram made) {
      told(made.program().name().toLowerCase(Locale.ROOT), made.name(), out);
    } else if (ddl instanceof Ddl.CreateView view) {
      told("view", view.view(), out);
    }
  }

  private static void told(String kind, TableName name, Findings out) {
    if (out.list("kinds").stream().anyMatch(kind::equalsIgnoreCase)) {
      out.at(name.span(), name.name(), "A %s is made: %s.".formatted(kind, name.shown()));
    }
  }
}
