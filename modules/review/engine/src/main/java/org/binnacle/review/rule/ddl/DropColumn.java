package org.binnacle.review.rule.ddl;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.TableName;

/// DROP COLUMN loses values for ever.
public final class DropColumn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.drop-column", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("DROP COLUMN loses values for ever.")
          .because(
              "Programs that still name it fail at once, and nothing brings the " + "values back.")
          .bad("ALTER TABLE t DROP COLUMN a;")
          .good("ALTER TABLE t ALTER COLUMN a SET INVISIBLE;")
          .near("ALTER TABLE t DROP KEY a;")
          .near("CREATE TABLE t (id int PRIMARY KEY, a int); ALTER TABLE t DROP COLUMN " + "a;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (AlterAction.DropColumn d : s.actions(AlterAction.DropColumn.class)) {
      TableName t = s.tableName().orElseThrow();
      if (!s.schema().isFresh(t)) {
        out.at(
            d.span(),
            t.name() + "." + d.column(),
            "The column " + d.column() + " is dropped with its values.");
      }
    }
  }
}
