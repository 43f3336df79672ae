package org.binnacle.review.rule.object;

import java.util.List;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;

/// The definer of an object should be an account that stays.
public final class Definer implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("object.definer", Level.WARNING)
          .says("The definer of an object should be an account that stays.")
          .because(
              "When the account is dropped the object fails with error 1449; until then it runs with that account's rights.")
          .param("allow", List.of("CURRENT_USER"), "accounts as written, without quotes: app@%")
          .bad("CREATE DEFINER=`anna`@`%` VIEW v AS SELECT 1;")
          .bad("CREATE DEFINER='root'@'localhost' PROCEDURE p() SELECT 1;")
          .good("CREATE VIEW v AS SELECT 1;")
          .good("CREATE DEFINER=CURRENT_USER PROCEDURE p() SELECT 1;")
          .near("CREATE DEFINER=`anna`@`%` SQL SECURITY INVOKER VIEW v AS SELECT 1;")
          .with("allow", List.of("app@%"))
          .near("CREATE DEFINER='app'@'%' PROCEDURE p() SELECT 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Ddl ddl = s.ddl().orElse(null);
    if (ddl instanceof Ddl.CreateProgram made) {
      made.definer().ifPresent(d -> told(d, made.name(), out));
    } else if (ddl instanceof Ddl.CreateView view
        && view.security().filter(w -> w.equalsIgnoreCase("INVOKER")).isEmpty()) {
      view.definer().ifPresent(d -> told(d, view.view(), out));
    }
  }

  private static void told(String definer, TableName name, Findings out) {
    String plain = definer.replaceAll("[`'\"\\s]", "");
    String bare = plain.replaceAll("\\(\\)$", "");
    if (out.list("allow").stream().noneMatch(a -> a.equalsIgnoreCase(bare))) {
      out.at(
          name.span(),
          name.name(),
          "%s runs with the rights of %s, and fails when that account is dropped."
              .formatted(name.shown(), plain));
    }
  }
}
