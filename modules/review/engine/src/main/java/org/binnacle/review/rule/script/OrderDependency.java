package org.binnacle.review.rule.script;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;

/// A statement must not use a table that the script has dropped or renamed before.
public final class OrderDependency implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("script.order-dependency", Level.ERROR)
          .concerns(Concern.TABLES)
          .says(
              "A statement must not use a table that the script has dropped or "
                  + "renamed before.")
          .because("It fails, and the script stops in the middle.")
          .bad("DROP TABLE t; ALTER TABLE t ADD a int;")
          .bad("RENAME TABLE t TO u; ALTER TABLE t ADD a int;")
          .good("ALTER TABLE t ADD a int; DROP TABLE t;")
          .near("DROP TABLE t; CREATE TABLE t (id int PRIMARY KEY); ALTER TABLE t ADD " + "a int;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.alters()
        .map(Ddl.AlterTable::table)
        .filter(t -> s.table(t).isEmpty() && s.schema().wasDropped(t))
        .ifPresent(
            t ->
                out.at(
                    t.span(),
                    t.name(),
                    t.shown() + " was dropped or renamed earlier in the script."));
  }
}
