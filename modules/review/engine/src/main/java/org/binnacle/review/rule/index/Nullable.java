package org.binnacle.review.rule.index;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.KeyPart;

/// The columns of a unique index should be NOT NULL.
public final class Nullable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.nullable", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("The columns of a unique index should be NOT NULL.")
          .because("Any number of rows may hold NULL there: it is not unique.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int, UNIQUE KEY uk (a));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, UNIQUE KEY uk " + "(a));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k (a));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table after = s.after().orElse(null);
    if (after == null) {
      return;
    }
    for (NewIndex n : s.newIndexes()) {
      if (n.index().kind() != IndexDef.Kind.UNIQUE) {
        continue;
      }
      for (KeyPart p : n.index().parts()) {
        boolean key =
            after
                .primaryKey()
                .filter(k -> k.parts().stream().anyMatch(x -> x.isOn(p.column())))
                .isPresent();
        if (p.isColumn()
            && !key
            && after.column(p.column()).filter(ColumnDef::isNullable).isPresent()) {
          out.at(
              p.span(),
              n.object(),
              p.column() + " may be NULL: rows with NULL are not kept unique.");
        }
      }
    }
  }
}
