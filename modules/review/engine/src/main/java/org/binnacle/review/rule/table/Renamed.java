package org.binnacle.review.rule.table;

import org.binnacle.review.ScriptSubject;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;

/// A table by the name that the script leaves it.
final class Renamed {
  private Renamed() {}

  /// @param from the statement behind which renames count
  static TableName later(ScriptSubject script, Subject from, TableName name) {
    TableName now = name;
    for (Subject s : script.statements().subList(from.number(), script.statements().size())) {
      if (s.ddl().orElse(null) instanceof Ddl.RenameTable all) {
        for (Ddl.RenameTable.Pair pair : all.pairs()) {
          now = same(pair.from(), now) ? pair.to() : now;
        }
      } else if (s.alters().isPresent() && same(s.alters().get().table(), now)) {
        for (AlterAction.RenameTable rename : s.actions(AlterAction.RenameTable.class)) {
          now = rename.to();
        }
      }
    }
    return now;
  }

  private static boolean same(TableName a, TableName b) {
    return a.name().equalsIgnoreCase(b.name())
        && a.schema().map(s -> b.schema().map(s::equalsIgnoreCase).orElse(true)).orElse(true);
  }
}
