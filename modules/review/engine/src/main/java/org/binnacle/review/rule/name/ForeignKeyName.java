package org.binnacle.review.rule.name;

import java.util.ArrayList;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.ForeignKeyDef;

/// Foreign keys should be named by the team's pattern.
public final class ForeignKeyName implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.index-fk", Level.WARNING)
          .off()
          .says("Foreign keys should be named by the team's pattern.")
          .because("Names that the server makes differ between environments.")
          .param("pattern", "^fk_.*$", "regular expression")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, b int, CONSTRAINT foo FOREIGN KEY "
                  + "(b) REFERENCES u (id));")
          .bad("ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES u (id);")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, b int, CONSTRAINT fk_u FOREIGN "
                  + "KEY (b) REFERENCES u (id));")
          .near("ALTER TABLE t DROP FOREIGN KEY foo;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    var all = new ArrayList<ForeignKeyDef>();
    s.creates().ifPresent(c -> all.addAll(c.foreignKeys()));
    s.actions(AlterAction.AddForeignKey.class).forEach(a -> all.add(a.key()));
    for (ForeignKeyDef f : all) {
      if (!f.name().orElse("").matches(out.text("pattern"))) {
        out.at(
            f.nameSpan(),
            s.tableName().orElseThrow().name(),
            f.name()
                    .map(n -> n + " does not match ")
                    .orElse("A foreign key without a name; wanted is ")
                + out.text("pattern")
                + ".");
      }
    }
  }
}
