package org.binnacle.review.rule.drc;

import java.util.List;
import java.util.Optional;
import org.binnacle.review.Edit;
import org.binnacle.review.Fix;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.Ddl;

/// Fixes that add to what a CREATE or ALTER TABLE lists.
final class Elements {
  private Elements() {}

  /// A column that each change sets to the time, with its index, for a CREATE TABLE.
  static Fix column(Subject s, String name) {
    Ddl.CreateTable create = s.creates().orElseThrow();
    String column =
        ",\n  "
            + name
            + " timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)";
    String key = key(name);
    int lastColumn = create.columns().getLast().span().end();
    int last = end(create);
    List<Edit> edits =
        last == lastColumn
            ? List.of(new Edit(new Span(last, last), column + key))
            : List.of(
                new Edit(new Span(lastColumn, lastColumn), column),
                new Edit(new Span(last, last), key));
    return new Fix("add " + name + " and its index", edits, false);
  }

  /// An index on a column; nothing for CREATE and DROP INDEX, which can't take one more.
  static Optional<Fix> index(Subject s, String column) {
    Optional<Edit> edit =
        s.creates()
            .map(
                c -> {
                  int end = end(c);
                  return new Edit(new Span(end, end), key(column));
                })
            .or(
                () ->
                    s.alters()
                        .filter(a -> !a.asIndexStatement() && !a.actions().isEmpty())
                        .map(
                            a -> {
                              int end = a.actions().getLast().span().end();
                              String add = ", ADD KEY idx_" + column + " (" + column + ")";
                              return new Edit(new Span(end, end), add);
                            }));
    return edit.map(e -> new Fix("add an index on " + column, List.of(e), false));
  }

  private static String key(String column) {
    return ",\n  KEY idx_" + column + " (" + column + ")";
  }

  /// Behind the last column, index, foreign key or check.
  private static int end(Ddl.CreateTable create) {
    int end = create.columns().getLast().span().end();
    for (var index : create.indexes()) {
      end = Math.max(end, index.span().end());
    }
    for (var key : create.foreignKeys()) {
      end = Math.max(end, key.span().end());
    }
    for (var check : create.checks()) {
      end = Math.max(end, check.span().end());
    }
    return end;
  }
}
