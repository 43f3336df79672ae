package org.binnacle.review.rule.valid;

import java.util.HashSet;
import java.util.Locale;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;

/// A new column must not be there already.
public final class ColumnExists implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.column-exists", Level.ERROR)
          .says("A new column must not be there already.")
          .because("The server refuses it with error 1060.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int, A int);")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int, b int);")
          .near("ALTER TABLE t ADD a int;")
          .schema("CREATE TABLE t (id int PRIMARY KEY, a int);")
          .bad("ALTER TABLE t ADD a int;")
          .bad("ALTER TABLE t CHANGE id a int;")
          .near("ALTER TABLE t DROP a, ADD a bigint;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    var names = new HashSet<String>();
    s.alters()
        .flatMap(a -> s.table(a.table()))
        .ifPresent(t -> t.columns().forEach(c -> names.add(small(c.name()))));
    for (AlterAction a : s.actions()) {
      if (a instanceof AlterAction.DropColumn d) {
        names.remove(small(d.column()));
      } else if (a instanceof AlterAction.ChangeColumn c) {
        names.remove(small(c.from()));
      } else if (a instanceof AlterAction.RenameColumn r) {
        names.remove(small(r.from()));
      }
    }
    for (NewColumn c : s.newColumns()) {
      boolean redefined = c.origin() == NewColumn.Origin.MODIFY;
      if (!redefined && !names.add(small(c.column().name()))) {
        out.at(
            c.column().nameSpan(),
            c.object(),
            "The column " + c.column().name() + " is there already.");
      }
    }
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
