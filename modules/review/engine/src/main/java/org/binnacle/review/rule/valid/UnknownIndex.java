package org.binnacle.review.rule.valid;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.AlterAction;

/// An index or key that is dropped or renamed must be there.
public final class UnknownIndex implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.unknown-index", Level.ERROR)
          .concerns(Concern.TABLES)
          .needs(Need.SCHEMA)
          .says("An index or key that is dropped or renamed must be there.")
          .because("The server refuses it with error 1091.")
          .schema("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k (a));")
          .bad("ALTER TABLE t DROP INDEX x;")
          .bad("DROP INDEX x ON t;")
          .bad("ALTER TABLE t RENAME INDEX x TO y;")
          .bad("ALTER TABLE t DROP FOREIGN KEY x;")
          .good("ALTER TABLE t DROP INDEX k;")
          .near("ALTER TABLE t DROP INDEX K, DROP PRIMARY KEY;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table t = s.alters().flatMap(a -> s.table(a.table())).filter(x -> !x.view()).orElse(null);
    if (t == null) {
      return;
    }
    for (AlterAction action : s.actions()) {
      String missing =
          switch (action) {
            case AlterAction.DropIndex d when t.index(d.index()).isEmpty() -> d.index();
            case AlterAction.RenameIndex r when t.index(r.from()).isEmpty() -> r.from();
            case AlterAction.SetIndexVisible v when t.index(v.index()).isEmpty() -> v.index();
            case AlterAction.DropPrimaryKey p when t.primaryKey().isEmpty() -> "PRIMARY";
            case AlterAction.DropForeignKey f
                when t.foreignKeys().stream()
                    .allMatch(
                        k -> k.name().filter(n -> !n.equalsIgnoreCase(f.key())).isPresent()) ->
                f.key();
            default -> "";
          };
      if (!missing.isEmpty()) {
        out.at(
            action.span(),
            t.name() + "." + missing,
            "There is no " + missing + " at " + t.name() + ".");
      }
    }
  }
}
