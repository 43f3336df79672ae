package org.binnacle.review.rule.ddl;

import java.util.Optional;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.IndexDef;

/// Primary keys, foreign keys and unique keys should not be dropped without a replacement.
public final class DropKey implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.drop-pk-fk", Level.ERROR)
          .concerns(Concern.TABLES)
          .says(
              "Primary keys, foreign keys and unique keys should not be dropped "
                  + "without a replacement.")
          .because(
              "Replication of rows, integrity, or the application's idea of one row "
                  + "hang on them.")
          .bad("ALTER TABLE t DROP PRIMARY KEY;")
          .bad("ALTER TABLE t DROP FOREIGN KEY fk;")
          .good("ALTER TABLE t DROP KEY k;")
          .near("ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (a);")
          .near(
              "ALTER TABLE t DROP FOREIGN KEY fk, ADD CONSTRAINT fk FOREIGN KEY (a) "
                  + "REFERENCES u (id) ON DELETE CASCADE;")
          .schema(
              "CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, UNIQUE KEY uk "
                  + "(a), KEY k (a));")
          .bad("ALTER TABLE t DROP KEY uk;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.alters().filter(a -> s.schema().isFresh(a.table())).isPresent()) {
      return;
    }
    boolean newPk = s.newPrimaryKey().isPresent();
    boolean newFk = !s.actions(AlterAction.AddForeignKey.class).isEmpty();
    boolean newUk = s.newIndexes().stream().anyMatch(n -> n.index().isUnique());
    Optional<Table> table = s.alters().flatMap(a -> s.table(a.table()));
    for (AlterAction action : s.actions()) {
      String what =
          switch (action) {
            case AlterAction.DropPrimaryKey d when !newPk -> "primary key";
            case AlterAction.DropForeignKey d when !newFk -> "foreign key " + d.key();
            case AlterAction.DropIndex d
                when !newUk
                    && table
                        .flatMap(t -> t.index(d.index()))
                        .filter(IndexDef::isUnique)
                        .isPresent() ->
                "unique key " + d.index();
            default -> "";
          };
      if (!what.isEmpty()) {
        out.at(action.span(), s.tableName().orElseThrow().name(), "The " + what + " is dropped.");
      }
    }
  }
}
