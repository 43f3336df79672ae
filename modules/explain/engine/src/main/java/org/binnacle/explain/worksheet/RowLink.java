package org.binnacle.explain.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.binnacle.explain.schema.Reference;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Quote;

/// Where a row of a result leads by a foreign key: to the row that it refers to, or to those that
/// refer to it.
///
/// @param back whether it leads to rows that refer to this one
/// @param table the table that it leads to
/// @param condition which rows there, as people read it
/// @param sql the statement that shows them
public record RowLink(boolean back, String table, String condition, String sql) {

  /// The links of a row, those to other rows first. A key whose columns are not all in the result,
  /// or are NULL there, leads nowhere.
  ///
  /// @param references of the tables that the columns come from
  public static List<RowLink> of(List<Reference> references, List<Head> heads, List<Cell> row) {
    var links = new ArrayList<RowLink>();
    for (boolean back : new boolean[] {false, true}) {
      for (Reference one : references) {
        List<String> mine = back ? one.toColumns() : one.columns();
        List<String> there = back ? one.columns() : one.toColumns();
        List<Integer> places =
            back
                ? places(heads, row, one.toSchema(), one.toTable(), mine)
                : places(heads, row, one.schema(), one.table(), mine);
        if (!places.isEmpty()) {
          RowLink link = link(one, back, there, places, heads, row);
          if (!links.contains(link)) {
            links.add(link);
          }
        }
      }
    }
    return links;
  }

  private static RowLink link(
      Reference key,
      boolean back,
      List<String> columns,
      List<Integer> places,
      List<Head> heads,
      List<Cell> row) {
    String schema = back ? key.schema() : key.toSchema();
    String table = back ? key.table() : key.toTable();
    var conditions = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      int at = places.get(i);
      conditions.add(
          Quote.nameIfNeeded(columns.get(i), Dialect.MYSQL)
              + " = "
              + Literals.of(heads.get(at), row.get(at)));
    }
    String condition = String.join(" AND ", conditions);
    String path =
        Quote.nameIfNeeded(schema, Dialect.MYSQL) + "." + Quote.nameIfNeeded(table, Dialect.MYSQL);
    return new RowLink(back, table, condition, "SELECT * FROM " + path + " WHERE " + condition);
  }

  /// Where the columns of a table stand with a value; empty where one is missing.
  private static List<Integer> places(
      List<Head> heads, List<Cell> row, String schema, String table, List<String> columns) {
    var places = new ArrayList<Integer>();
    for (String column : columns) {
      OptionalInt at = place(heads, row, schema, table, column);
      if (at.isEmpty()) {
        return List.of();
      }
      places.add(at.getAsInt());
    }
    return places;
  }

  private static OptionalInt place(
      List<Head> heads, List<Cell> row, String schema, String table, String column) {
    for (int i = 0; i < Math.min(heads.size(), row.size()); i++) {
      Head head = heads.get(i);
      boolean valued = row.get(i) instanceof Cell.Text || row.get(i) instanceof Cell.Binary;
      if (valued
          && head.name().equalsIgnoreCase(column)
          && head.table().equalsIgnoreCase(table)
          && head.schema().equalsIgnoreCase(schema)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
