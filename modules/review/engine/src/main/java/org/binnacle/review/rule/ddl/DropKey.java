package org.binnacle.review.rule.ddl;

import java.util.Optional;
import java.util.function.Predicate;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.ScriptSubject;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.IndexDef;

/// Primary keys, foreign keys and unique keys should not be dropped without a replacement.
public final class DropKey implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.drop-pk-fk", Level.WARNING)
          .concerns(Concern.TABLES)
          .says(
              "Primary keys, foreign keys and unique keys should not be dropped "
                  + "without a replacement.")
          .because(
              "Replication of rows, integrity, or the application's idea of one row "
                  + "hang on them. A primary key is told as an error: others can be made again.")
          .bad("ALTER TABLE t DROP PRIMARY KEY;")
          .bad("ALTER TABLE t DROP FOREIGN KEY fk;")
          .bad("ALTER TABLE t DROP PRIMARY KEY; ALTER TABLE t ADD PRIMARY KEY (a);")
          .good("ALTER TABLE t DROP KEY k;")
          .near("ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (a);")
          .near(
              "ALTER TABLE t DROP FOREIGN KEY fk, ADD CONSTRAINT fk FOREIGN KEY (a) "
                  + "REFERENCES u (id) ON DELETE CASCADE;")
          .near(
              "ALTER TABLE t DROP FOREIGN KEY fk; ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) "
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

  /// Unique keys are known as such while the table is as it was before the statement.
  @Override
  public void check(Subject s, Findings out) {
    boolean newUk = s.newIndexes().stream().anyMatch(n -> n.index().isUnique());
    if (newUk || isFresh(s)) {
      return;
    }
    Optional<Table> table = s.alters().flatMap(a -> s.table(a.table()));
    for (AlterAction.DropIndex drop : s.actions(AlterAction.DropIndex.class)) {
      if (table.flatMap(t -> t.index(drop.index())).filter(IndexDef::isUnique).isPresent()) {
        out.at(
            drop.span(),
            s.tableName().orElseThrow().name(),
            "The unique key " + drop.index() + " is dropped.");
      }
    }
  }

  @Override
  public void checkScript(ScriptSubject script, Findings out) {
    for (Subject s : script.statements()) {
      if (isFresh(s)) {
        continue;
      }
      if (s.newPrimaryKey().isEmpty()) {
        for (AlterAction.DropPrimaryKey drop : s.actions(AlterAction.DropPrimaryKey.class)) {
          out.as(
              Level.ERROR,
              s,
              drop.span(),
              s.tableName().orElseThrow().name(),
              "The primary key is dropped"
                  + later(script, s, other -> other.newPrimaryKey().isPresent())
                      .map(
                          other ->
                              ", and comes again in line %d only: put both into one ALTER TABLE."
                                  .formatted(other.statement().line()))
                      .orElse("."));
        }
      }
      for (AlterAction.DropForeignKey drop : s.actions(AlterAction.DropForeignKey.class)) {
        boolean again = addsForeignKey(s) || later(script, s, DropKey::addsForeignKey).isPresent();
        if (!again) {
          out.at(
              s,
              drop.span(),
              s.tableName().orElseThrow().name(),
              "The foreign key " + drop.key() + " is dropped.");
        }
      }
    }
  }

  private static boolean isFresh(Subject s) {
    return s.alters().filter(a -> s.schema().isFresh(a.table())).isPresent();
  }

  private static boolean addsForeignKey(Subject s) {
    return !s.actions(AlterAction.AddForeignKey.class).isEmpty();
  }

  /// A later statement that changes the same table so.
  private static Optional<Subject> later(
      ScriptSubject script, Subject s, Predicate<Subject> changes) {
    String table = s.tableName().orElseThrow().name();
    return script.statements().stream()
        .skip(s.number() + 1L)
        .filter(o -> o.tableName().filter(t -> t.name().equalsIgnoreCase(table)).isPresent())
        .filter(changes)
        .findFirst();
  }
}
