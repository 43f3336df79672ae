package org.binnacle.review.rule.valid;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.binnacle.review.Findings;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.Nearest;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.Place;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.query.ColumnUse;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// Columns that statements name and tables do not have.
final class Columns {
  private Columns() {}

  static String said(Table table, String column) {
    Optional<String> near =
        Nearest.of(column, table.columns().stream().map(ColumnDef::name).toList());
    return "There is no column %s in %s%s"
        .formatted(column, table.name(), near.map(n -> "; did you mean " + n + "?").orElse("."));
  }

  /// Those that the clauses of an ALTER TABLE name; a column that an earlier clause adds is there.
  static void missing(Subject s, Table table, Findings out) {
    Set<String> there = new HashSet<>();
    table.columns().forEach(c -> there.add(small(c.name())));
    for (AlterAction action : s.actions()) {
      String used =
          switch (action) {
            case AlterAction.DropColumn a -> a.column();
            case AlterAction.ModifyColumn a -> a.column().name();
            case AlterAction.ChangeColumn a -> a.from();
            case AlterAction.RenameColumn a -> a.from();
            case AlterAction.SetDefault a -> a.column();
            case AlterAction.SetColumnVisible a -> a.column();
            case AlterAction.AddColumn a -> a.place().flatMap(Place::after).orElse("");
            default -> "";
          };
      if (!used.isEmpty() && !there.contains(small(used))) {
        out.at(action.span(), table.name() + "." + used, said(table, used));
      }
      switch (action) {
        case AlterAction.AddColumn a -> there.add(small(a.column().name()));
        case AlterAction.ChangeColumn a -> there.add(small(a.column().name()));
        case AlterAction.RenameColumn a -> there.add(small(a.to()));
        default -> {}
      }
    }
  }

  /// Those of a query whose table is certain: written by INSERT or UPDATE of one table, or with the
  /// table before a dot.
  static void missing(Subject s, Query query, Findings out) {
    query
        .insert()
        .ifPresent(i -> i.columns().forEach(c -> missing(s, query.written().getFirst(), c, out)));
    if (query.verb() == Query.Verb.UPDATE && query.written().size() == 1) {
      query.set().forEach(a -> missing(s, query.written().getFirst(), a.column(), out));
    }
    for (var block : query.blocks()) {
      for (var item : block.items()) {
        for (ColumnUse column : item.operand().columns()) {
          if (!column.table().isEmpty() && !column.name().equals("*")) {
            block.tableOf(column).ifPresent(t -> missing(s, t, column, out));
          }
        }
      }
      for (var predicate : block.where()) {
        for (ColumnUse column : predicate.left().columns()) {
          if (!column.table().isEmpty()) {
            block.tableOf(column).ifPresent(t -> missing(s, t, column, out));
          }
        }
      }
    }
  }

  private static void missing(Subject s, TableUse use, ColumnUse column, Findings out) {
    table(s, use)
        .filter(t -> !t.view() && t.column(column.name()).isEmpty() && !isRowId(column.name()))
        .ifPresent(
            t ->
                out.at(
                    column.span().orElse(s.head()),
                    t.name() + "." + column.name(),
                    said(t, column.name())));
  }

  private static boolean isRowId(String name) {
    return name.equalsIgnoreCase("_rowid") || name.equalsIgnoreCase("my_row_id");
  }

  /// How many columns an INSERT without a list fills; 0 where that is not known.
  static int visible(Subject s, TableUse use) {
    return table(s, use)
        .filter(t -> !t.view())
        .map(t -> (int) t.columns().stream().filter(c -> !c.invisible()).count())
        .orElse(0);
  }

  static Optional<Table> table(Subject s, TableUse use) {
    if (use.derived()) {
      return Optional.empty();
    }
    Optional<String> schema = use.schema().isEmpty() ? Optional.empty() : Optional.of(use.schema());
    return s.table(new TableName(schema, use.name(), s.whole()));
  }

  private static String small(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }
}
