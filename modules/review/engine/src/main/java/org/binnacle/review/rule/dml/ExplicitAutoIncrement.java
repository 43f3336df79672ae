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

/// AUTO_INCREMENT should give the ids.
public final class ExplicitAutoIncrement implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.explicit-auto-inc", Level.WARNING)
          .concerns(Concern.QUERIES)
          .needs(Need.SCHEMA)
          .says("AUTO_INCREMENT should give the ids.")
          .because(
              "A value written by hand leaves gaps, collides with the next one and "
                  + "differs between sites.")
          .schema("CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a int);")
          .bad("INSERT INTO t (id, a) VALUES (5, 1);")
          .bad("INSERT INTO t VALUES (5, 1);")
          .bad("REPLACE INTO t SET id = 5, a = 1;")
          .good("INSERT INTO t (a) VALUES (1);")
          .near("INSERT INTO t (id, a) VALUES (NULL, 1), (0, 2), (DEFAULT, 3);")
          .near(
              "CREATE TABLE u (id int AUTO_INCREMENT PRIMARY KEY); INSERT INTO u " + "VALUES (5);")
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
    if (insert == null || q.written().isEmpty()) {
      return;
    }
    TableUse use = q.written().getFirst();
    Table t =
        Scope.of(s, q).table(use).filter(x -> !s.schema().isFresh(Scope.name(s, use))).orElse(null);
    ColumnDef c =
        t == null
            ? null
            : t.columns().stream().filter(ColumnDef::autoIncrement).findFirst().orElse(null);
    if (t == null || c == null) {
      return;
    }
    Rows.values(t, insert, c.name())
        .filter(ExplicitAutoIncrement::isOwn)
        .findFirst()
        .or(
            () ->
                q.set().stream()
                    .filter(
                        a ->
                            !insert.updates().contains(a)
                                && a.column().name().equalsIgnoreCase(c.name()))
                    .map(Query.Assignment::value)
                    .filter(ExplicitAutoIncrement::isOwn)
                    .findFirst())
        .ifPresent(
            v ->
                out.at(
                    Said.at(v.span(), s),
                    t.name() + "." + c.name(),
                    v.text() + " for " + c.name() + ", which is AUTO_INCREMENT."));
  }

  private static boolean isOwn(Operand v) {
    return v.kind() == Operand.Kind.NUMBER && !v.text().equals("0");
  }
}
