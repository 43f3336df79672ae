package org.binnacle.review.rule.script;

import java.util.HashMap;
import java.util.Locale;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.ScriptSubject;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;

/// Several ALTER TABLE of one table should be one statement.
public final class MergeAlters implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("script.alter-merge", Level.WARNING)
          .says("Several ALTER TABLE of one table should be one statement.")
          .because("Each may rebuild the table and each waits for its metadata lock.")
          .bad("ALTER TABLE t ADD a int; ALTER TABLE t ADD b int;")
          .bad("ALTER TABLE t ADD a int; CREATE INDEX i ON t (a);")
          .good("ALTER TABLE t ADD a int, ADD b int;")
          .near("ALTER TABLE t ADD a int; ALTER TABLE u ADD b int;")
          .near(
              "ALTER TABLE t ADD PARTITION (PARTITION p1 VALUES LESS THAN (10)); "
                  + "ALTER TABLE t ADD b int;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkScript(ScriptSubject script, Findings out) {
    var seen = new HashMap<String, Subject>();
    for (Subject s : script.statements()) {
      if (s.alters().isEmpty() || !mergeable(s)) {
        continue;
      }
      String table = s.alters().get().table().shown().toLowerCase(Locale.ROOT);
      Subject first = seen.putIfAbsent(table, s);
      if (first != null) {
        out.at(
            s,
            s.head(),
            s.alters().get().table().name(),
            "%s is altered in line %d already: put both into one ALTER TABLE."
                .formatted(s.alters().get().table().shown(), first.statement().line()));
      }
    }
  }

  private static boolean mergeable(Subject s) {
    return s.actions().stream()
        .noneMatch(
            a ->
                a instanceof AlterAction.OnPartitions
                    || a instanceof AlterAction.PartitionBy
                    || a instanceof AlterAction.OnTablespace
                    || a instanceof AlterAction.RenameTable);
  }
}
