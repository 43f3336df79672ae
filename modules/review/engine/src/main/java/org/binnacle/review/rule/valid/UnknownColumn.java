package org.binnacle.review.rule.valid;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.KeyPart;

/// A column that is used must be there.
public final class UnknownColumn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.unknown-column", Level.ERROR)
          .says("A column that is used must be there.")
          .because("The server refuses it with error 1054 or 1072.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, KEY k (missing));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k (a));")
          .near("CREATE TABLE t (id int PRIMARY KEY, KEY k ((id + 1)));")
          .near("ALTER TABLE t DROP COLUMN missing;")
          .schema("CREATE TABLE t (id int PRIMARY KEY, a int);")
          .bad("ALTER TABLE t DROP COLUMN missing;")
          .bad("ALTER TABLE t MODIFY missing int;")
          .bad("ALTER TABLE t ADD b int AFTER missing;")
          .bad("CREATE INDEX k ON t (missing);")
          .bad("INSERT INTO t (id, missing) VALUES (1, 2);")
          .bad("UPDATE t SET missing = 1 WHERE id = 1;")
          .bad("SELECT t.missing FROM t WHERE id = 1;")
          .good("ALTER TABLE t ADD b int AFTER a, ADD KEY k (b);")
          .near("SELECT x.missing FROM (SELECT 1 AS missing) x JOIN t ON t.id = " + "x.missing;")
          .near("SELECT a AS missing FROM t ORDER BY missing;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table after = s.after().filter(t -> !t.view()).orElse(null);
    if (after != null) {
      for (NewIndex n : s.newIndexes()) {
        for (KeyPart p : n.index().parts()) {
          if (p.isColumn() && after.column(p.column()).isEmpty()) {
            out.at(p.span(), n.object(), said(after, p.column()));
          }
        }
      }
    }
    s.alters()
        .flatMap(a -> s.table(a.table()))
        .filter(t -> !t.view())
        .ifPresent(t -> Columns.missing(s, t, out));
    s.query().ifPresent(q -> Columns.missing(s, q, out));
  }

  static String said(Table table, String column) {
    return Columns.said(table, column);
  }
}
