package org.binnacle.review.rule.ddl;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.ScriptSubject;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;

/// DROP TABLE and DROP DATABASE lose rows for ever.
public final class DropTable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.drop-table", Level.ERROR)
          .says("DROP TABLE and DROP DATABASE lose rows for ever.")
          .because(
              "They cannot be rolled back or reversed from the binlog, and dropping "
                  + "a large file stalls the server.")
          .bad("DROP TABLE orders;")
          .bad("DROP DATABASE shop;")
          .good("RENAME TABLE orders TO orders_del_20260101;")
          .near("DROP TEMPORARY TABLE t;")
          .near("DROP TABLE IF EXISTS t; CREATE TABLE t (id int PRIMARY KEY);")
          .near("CREATE TABLE t (id int PRIMARY KEY); DROP TABLE t;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkScript(ScriptSubject script, Findings out) {
    for (Subject s : script.statements()) {
      if (s.ddl().orElse(null) instanceof Ddl.DropDatabase db) {
        out.at(
            s,
            db.nameSpan(),
            db.name(),
            "The database " + db.name() + " is dropped with all its tables.");
      } else if (s.ddl().orElse(null) instanceof Ddl.DropTable drop && !drop.temporary()) {
        for (TableName t : drop.tables()) {
          if (!made(script, t)) {
            out.at(
                s,
                t.span(),
                t.name(),
                "The table "
                    + t.shown()
                    + " is dropped with its rows: rename it first, drop it later.");
          }
        }
      }
    }
  }

  /// Made by the script before, or made anew right behind, as dumps and installers do.
  private static boolean made(ScriptSubject script, TableName table) {
    return script.statements().stream()
        .flatMap(s -> s.creates().stream())
        .anyMatch(c -> c.table().name().equalsIgnoreCase(table.name()));
  }
}
