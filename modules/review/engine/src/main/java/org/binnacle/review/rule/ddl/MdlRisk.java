package org.binnacle.review.rule.ddl;

import java.util.Optional;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.LiveTable;
import org.binnacle.review.live.Touched;
import org.binnacle.sql.ddl.TableName;

/// No transaction should be open on a table that is changed.
public final class MdlRisk implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.mdl-risk", Level.ERROR)
          .needs(Need.REPLICA)
          .says("No transaction should be open on a table that is changed.")
          .because("The change waits for it, and every query of the table waits for the change.")
          .param("min-seconds", 1, "age from which on a transaction counts")
          .live("table orders rows=10\ntransaction orders age=600 certain")
          .bad("ALTER TABLE orders ADD b int;")
          .bad("DROP TABLE orders;")
          .live("table orders rows=10")
          .good("ALTER TABLE orders ADD b int;")
          .live("table orders rows=10\ntransaction orders age=600 certain")
          .near("INSERT INTO orders (a) VALUES (1);")
          .near("CREATE TABLE t (id int PRIMARY KEY); ALTER TABLE t ADD b int;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.ddl().isEmpty() || s.creates().isPresent()) {
      return;
    }
    for (TableName name : Touched.by(s)) {
      Optional<LiveTable> table = s.liveTable(name);
      if (table.isEmpty()) {
        continue;
      }
      s.live().orElseThrow().transactions(table.get().schema(), table.get().name()).stream()
          .filter(t -> t.ageS() >= out.number("min-seconds"))
          .findFirst()
          .ifPresent(
              t ->
                  out.as(
                      t.certain() ? out.level() : Level.WARNING,
                      name.span(),
                      table.get().name(),
                      (t.certain()
                              ? "On %s, thread %d (%s) has a transaction on %s open for %d s%s."
                              : "On %s, thread %d (%s) has a transaction open for %4$s for %5$d s that may have used the table%6$s.")
                          .formatted(
                              s.live().get().asked().name(),
                              t.thread(),
                              t.user(),
                              table.get().name(),
                              t.ageS(),
                              t.doing().isEmpty() ? "" : ": " + t.doing())));
    }
  }
}
