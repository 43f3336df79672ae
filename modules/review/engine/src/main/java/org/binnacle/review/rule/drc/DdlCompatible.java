package org.binnacle.review.rule.drc;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;

/// A change must fit the programs and replicas of the other region while they run the old
/// definition.
public final class DdlCompatible implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("drc.ddl-compatible", Level.ERROR)
          .concerns(Concern.TABLES)
          .off()
          .says(
              "A change must fit the programs and replicas of the other region while "
                  + "they run the old definition.")
          .because("Rows of one definition cannot be applied to the other: replication " + "stops.")
          .bad("ALTER TABLE t DROP COLUMN a;")
          .bad("ALTER TABLE t RENAME COLUMN a TO b;")
          .bad("ALTER TABLE t ADD a int NOT NULL;")
          .good("ALTER TABLE t ADD a int NOT NULL DEFAULT 0;")
          .near("ALTER TABLE t ADD KEY k (a);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (AlterAction action : s.actions()) {
      String what =
          switch (action) {
            case AlterAction.DropColumn d -> "a column is dropped";
            case AlterAction.RenameColumn r -> "a column is renamed";
            case AlterAction.RenameTable r -> "the table is renamed";
            case AlterAction.ChangeColumn c when !c.from().equalsIgnoreCase(c.column().name()) ->
                "a column is renamed";
            case AlterAction.AddColumn a
                when !a.column().isNullable()
                    && !a.column().hasDefault()
                    && !a.column().autoIncrement()
                    && a.column().generated().isEmpty() ->
                "a column is NOT NULL and has no default";
            default -> "";
          };
      if (!what.isEmpty()) {
        out.at(
            action.span(),
            s.tableName().orElseThrow().name(),
            "The other region runs the old definition: " + what + ".");
      }
    }
  }
}
