package org.binnacle.review.rule.dml;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Said;
import org.binnacle.review.rule.query.Scope;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// A value should fit its column.
public final class TypeMismatch implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.type-mismatch", Level.ERROR)
          .concerns(Concern.QUERIES)
          .needs(Need.SCHEMA)
          .says("A value should fit its column.")
          .because(
              "A strict server refuses it (1264, 1265, 1292, 1366, 1406), another "
                  + "one cuts it.")
          .schema(
              "CREATE TABLE t (id int PRIMARY KEY, s varchar(3), n tinyint unsigned, "
                  + "d date, e enum('a','b'), m decimal(4,2), ts datetime);")
          .bad("INSERT INTO t (id, s) VALUES (1, 'abcd');")
          .bad("INSERT INTO t (id, n) VALUES (1, 300);")
          .bad("UPDATE t SET n = -1 WHERE id = 1;")
          .bad("INSERT INTO t (id, d) VALUES (1, '2024-02-30');")
          .bad("UPDATE t SET e = 'c' WHERE id = 1;")
          .bad("INSERT INTO t VALUES (1, 'abc', 'x', NULL, 'a', 1, NULL);")
          .bad("UPDATE t SET m = 100.5 WHERE id = 1;")
          .good(
              "INSERT INTO t VALUES (1, 'abc', 255, '2024-02-29', 'A', 99.99, "
                  + "'2024-01-01 10:00');")
          .near("INSERT INTO t (id, s, n) VALUES ('1', 'äöü', '7');")
          .near("UPDATE t SET s = ?, n = NULL, d = now(), e = 1 WHERE id = 1;")
          .near("INSERT INTO t (id, s) VALUES (1, 'abc  ');")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> look(s, q, out));
  }

  private static void look(Subject s, Query q, Findings out) {
    Query.Insert insert = q.insert().orElse(null);
    TableUse use = q.written().size() == 1 ? q.written().getFirst() : null;
    Table t = use == null ? null : Scope.of(s, q).table(use).orElse(null);
    if (t == null) {
      return;
    }
    if (insert != null) {
      for (ColumnDef c : t.columns()) {
        Rows.values(t, insert, c.name())
            .filter(v -> Fits.why(c, v).isPresent())
            .findFirst()
            .ifPresent(v -> tell(s, t, c, v, out));
      }
    }
    for (Query.Assignment a : q.set()) {
      t.column(a.column().name())
          .filter(c -> Fits.why(c, a.value()).isPresent())
          .ifPresent(c -> tell(s, t, c, a.value(), out));
    }
  }

  private static void tell(Subject s, Table t, ColumnDef c, Operand v, Findings out) {
    String end = s.target().isStrict() ? "" : " It is cut.";
    out.at(
        Said.at(v.span(), s),
        t.name() + "." + c.name(),
        Said.quoted(v.span(), s)
            + " does not fit "
            + c.name()
            + " "
            + c.type().shown()
            + ": "
            + Fits.why(c, v).orElse("")
            + "."
            + end);
  }
}
