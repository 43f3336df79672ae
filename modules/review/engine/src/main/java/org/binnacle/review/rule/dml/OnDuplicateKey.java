package org.binnacle.review.rule.dml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.binnacle.review.Concern;
import org.binnacle.review.Edit;
import org.binnacle.review.Findings;
import org.binnacle.review.Fix;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Scope;
import org.binnacle.review.rule.query.Words;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Span;
import org.binnacle.sql.TokenType;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// ON DUPLICATE KEY UPDATE should have one key to go by.
public final class OnDuplicateKey implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.odku", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("ON DUPLICATE KEY UPDATE should have one key to go by.")
          .because(
              "With several unique keys the row that is updated depends on their "
                  + "order: unsafe for statement-based replication (1592), and prone to "
                  + "deadlocks. VALUES() in it is deprecated since 8.0.20.")
          .bad("INSERT INTO t (a, b) VALUES (1, 2) ON DUPLICATE KEY UPDATE b = " + "VALUES(b);")
          .good("INSERT INTO t (a, b) VALUES (1, 2) AS new ON DUPLICATE KEY UPDATE b = " + "new.b;")
          .schema(
              "CREATE TABLE k (id int PRIMARY KEY, u int, a int, UNIQUE KEY x (u)); "
                  + "CREATE TABLE m (id int AUTO_INCREMENT PRIMARY KEY, u int, a int, "
                  + "UNIQUE KEY x (u));")
          .bad("INSERT INTO k (id, u, a) VALUES (1, 2, 3) ON DUPLICATE KEY UPDATE a = " + "3;")
          .near("INSERT INTO m (u, a) VALUES (2, 3) ON DUPLICATE KEY UPDATE a = 3;")
          .server("5.7.44")
          .near("INSERT INTO m (u, a) VALUES (2, 3) ON DUPLICATE KEY UPDATE a = " + "VALUES(a);")
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
    Query.Insert insert = q.insert().filter(Query.Insert::onDuplicate).orElse(null);
    if (insert == null) {
      return;
    }
    Words w = Words.of(s);
    int on = w.next(0, "DUPLICATE") - 1;
    TableUse use = q.written().getFirst();
    Table t = Scope.of(s, q).table(use).orElse(null);
    if (t != null && on > 0) {
      List<IndexDef> keys =
          t.indexes().stream()
              .filter(IndexDef::isUnique)
              .filter(i -> isGiven(t, i, insert))
              .toList();
      if (keys.size() > 1) {
        out.at(
            w.span(on, on + 2),
            t.name(),
            "Which row is updated depends on the order of "
                + keys.stream().map(IndexDef::shown).collect(Collectors.joining(", "))
                + ".");
      }
    }
    boolean old = s.target().dialect() == Dialect.MYSQL && s.target().isAtLeast(80020);
    if (old && on > 0) {
      deprecated(s, w, on, insert, out);
    }
  }

  /// Whether the INSERT has values for the key: one that is made by AUTO_INCREMENT meets nobody.
  private static boolean isGiven(Table t, IndexDef key, Query.Insert insert) {
    return key.parts().stream()
        .noneMatch(
            p ->
                t.column(p.column()).filter(ColumnDef::autoIncrement).isPresent()
                    && !insert.columns().isEmpty()
                    && insert.columns().stream()
                        .noneMatch(c -> c.name().equalsIgnoreCase(p.column())));
  }

  private static void deprecated(Subject s, Words w, int on, Query.Insert insert, Findings out) {
    List<Edit> edits = new ArrayList<>();
    Span first = null;
    for (int i = on; i < w.size(); i++) {
      if (w.call(i, "VALUES") && w.is(i + 3, TokenType.CLOSE)) {
        first = first == null ? w.span(i, i + 3) : first;
        edits.add(new Edit(w.span(i, i + 3), "new." + w.in(i + 2)));
      }
    }
    if (first == null) {
      return;
    }
    String message =
        first.in(s.text())
            + " is deprecated since 8.0.20: give the row an alias (VALUES (...) AS new).";
    if (insert.select() || insert.rows().isEmpty() || w.words(on - 2, "AS")) {
      out.as(Level.NOTICE, first, "", message);
    } else {
      edits.add(new Edit(new Span(w.get(on).offset(), w.get(on).offset()), "AS new "));
      out.as(Level.NOTICE, first, "", message, new Fix("name the row new", edits, true));
    }
  }
}
