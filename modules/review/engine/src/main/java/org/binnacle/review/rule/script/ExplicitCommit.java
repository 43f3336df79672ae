package org.binnacle.review.rule.script;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A change script should leave transactions to what runs it.
public final class ExplicitCommit implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("script.explicit-commit", Level.WARNING)
          .says("A change script should leave transactions to what runs it.")
          .because(
              "The runner's own commit, dry run and roll-back no longer mean what " + "they say.")
          .bad("BEGIN; UPDATE t SET a = 1 WHERE id = 1; COMMIT;")
          .bad("SET autocommit = 0;")
          .good("UPDATE t SET a = 1 WHERE id = 1;")
          .near("CREATE PROCEDURE p() BEGIN START TRANSACTION; COMMIT; END")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    boolean control =
        s.begins("BEGIN")
            || s.begins("COMMIT")
            || s.begins("ROLLBACK")
            || s.begins("START", "TRANSACTION")
            || (s.begins("SET") && s.tokens().stream().anyMatch(t -> t.is(s.text(), "autocommit")));
    if (control) {
      out.at(s.head(), "", "Transaction control within the script.");
    }
  }
}
