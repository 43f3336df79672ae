package org.binnacle.review.rule.script;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.ScriptSubject;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.TableName;

/// A script should not change both the definition of a table and its rows.
public final class MixedDdlDml implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("script.mix-ddl-dml", Level.WARNING)
          .says("A script should not change both the definition of a table and its " + "rows.")
          .because(
              "DDL commits what was open before it, so the script cannot be rolled "
                  + "back as one.")
          .bad(
              "ALTER TABLE t ADD COLUMN a int NOT NULL DEFAULT 0;\nUPDATE t SET a = 1 "
                  + "WHERE id = 3;")
          .good("ALTER TABLE t ADD COLUMN a int NOT NULL DEFAULT 0;")
          .near("CREATE TABLE t (id int PRIMARY KEY);\nINSERT INTO t (id) VALUES (1);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkScript(ScriptSubject script, Findings out) {
    var altered = new HashSet<String>();
    for (Subject s : script.statements()) {
      s.alters().ifPresent(a -> altered.add(small(a.table().name())));
      Optional<TableName> written = Written.table(s);
      if (written.isPresent() && altered.contains(small(written.get().name()))) {
        out.at(
            s,
            s.head(),
            written.get().name(),
            "Rows of " + written.get().name() + " are changed in the script that alters it.");
      }
    }
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
