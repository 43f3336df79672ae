package org.binnacle.review.rule.script;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.ScriptSubject;
import org.binnacle.review.Subject;
import org.binnacle.sql.Kind;

/// DDL should not stand behind writes of an open transaction.
public final class UncommittedBeforeDdl implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("script.uncommitted-before-ddl", Level.WARNING)
          .says("DDL should not stand behind writes of an open transaction.")
          .because("It commits them: a roll-back later in the script undoes nothing.")
          .bad(
              "START TRANSACTION; UPDATE t SET a = 1 WHERE id = 1; ALTER TABLE u ADD "
                  + "b int; ROLLBACK;")
          .good(
              "START TRANSACTION; UPDATE t SET a = 1 WHERE id = 1; COMMIT; ALTER "
                  + "TABLE u ADD b int;")
          .near("UPDATE t SET a = 1 WHERE id = 1; ALTER TABLE u ADD b int;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkScript(ScriptSubject script, Findings out) {
    boolean open = false;
    boolean written = false;
    for (Subject s : script.statements()) {
      if (s.begins("BEGIN") || s.begins("START", "TRANSACTION")) {
        open = true;
        written = false;
      } else if (s.begins("COMMIT") || s.begins("ROLLBACK")) {
        open = false;
      } else if (s.statement().kind() == Kind.DML) {
        written = true;
      } else if (s.statement().kind() == Kind.DDL && open && written) {
        out.at(s, s.head(), "", "This commits the transaction that is open here.");
        open = false;
      }
    }
  }
}
