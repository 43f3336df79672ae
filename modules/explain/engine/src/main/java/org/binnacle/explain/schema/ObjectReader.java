package org.binnacle.explain.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.binnacle.explain.schema.SchemaObject.Kind;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Session;

/// Lists what lies in one schema.
final class ObjectReader {
  private ObjectReader() {}

  static List<SchemaObject> tables(Session session, String schema, int limit) {
    return session.query(
        """
        SELECT /* binnacle:schemas */ TABLE_SCHEMA AS db, TABLE_NAME AS name, TABLE_TYPE AS type,
          ENGINE AS engine, TABLE_ROWS AS table_rows, DATA_LENGTH + INDEX_LENGTH AS bytes
        FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?
        ORDER BY TABLE_TYPE LIKE '%VIEW', TABLE_NAME"""
            + " LIMIT "
            + limit,
        row -> {
          boolean view = row.text("type", "").endsWith("VIEW");
          return new SchemaObject(
              row.text("db", ""),
              row.text("name", ""),
              view ? Kind.VIEW : Kind.TABLE,
              view ? OptionalLong.empty() : row.number("table_rows"),
              view ? OptionalLong.empty() : row.number("bytes"),
              row.text("engine", ""));
        },
        schema);
  }

  static List<SchemaObject> routines(Session session, String schema, int limit) {
    return session.query(
        """
        SELECT /* binnacle:schemas */ ROUTINE_SCHEMA AS db, ROUTINE_NAME AS name,
          ROUTINE_TYPE AS type, DTD_IDENTIFIER AS detail
        FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ? ORDER BY ROUTINE_NAME"""
            + " LIMIT "
            + limit,
        row -> plain(row, row.text("type", "").equals("FUNCTION") ? Kind.FUNCTION : Kind.PROCEDURE),
        schema);
  }

  static List<SchemaObject> triggers(Session session, String schema, int limit) {
    return session.query(
        """
        SELECT /* binnacle:schemas */ TRIGGER_SCHEMA AS db, TRIGGER_NAME AS name,
          CONCAT_WS(' ', ACTION_TIMING, EVENT_MANIPULATION, 'ON', EVENT_OBJECT_TABLE) AS detail
        FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = ? ORDER BY TRIGGER_NAME"""
            + " LIMIT "
            + limit,
        row -> plain(row, Kind.TRIGGER),
        schema);
  }

  static List<SchemaObject> events(Session session, String schema, int limit) {
    return session.query(
        """
        SELECT /* binnacle:schemas */ EVENT_SCHEMA AS db, EVENT_NAME AS name, STATUS AS detail
        FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ? ORDER BY EVENT_NAME"""
            + " LIMIT "
            + limit,
        row -> plain(row, Kind.EVENT),
        schema);
  }

  private static SchemaObject plain(Row row, Kind kind) {
    return new SchemaObject(
        row.text("db", ""),
        row.text("name", ""),
        kind,
        OptionalLong.empty(),
        OptionalLong.empty(),
        row.text("detail", ""));
  }

  /// Two questions, since an OR over both directions would have servers look at every table.
  static List<Reference> references(Session session, String schema, String table) {
    String columns =
        """
        SELECT /* binnacle:schemas */ CONSTRAINT_NAME AS name, TABLE_SCHEMA AS db,
          TABLE_NAME AS tab, COLUMN_NAME AS col, REFERENCED_TABLE_SCHEMA AS to_db,
          REFERENCED_TABLE_NAME AS to_tab, REFERENCED_COLUMN_NAME AS to_col
        FROM information_schema.KEY_COLUMN_USAGE
        """;
    Map<String, Reference> found = new LinkedHashMap<>();
    for (String where :
        List.of(
            "WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND REFERENCED_TABLE_NAME IS NOT NULL",
            "WHERE REFERENCED_TABLE_SCHEMA = ? AND REFERENCED_TABLE_NAME = ?")) {
      for (Reference part :
          session.query(
              columns
                  + where
                  + " ORDER BY TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION",
              ObjectReader::reference,
              schema,
              table)) {
        String key = part.schema() + '\n' + part.table() + '\n' + part.name() + '\n' + where;
        found.merge(key, part, ObjectReader::joined);
      }
    }
    return found.values().stream().distinct().toList();
  }

  private static Reference reference(Row row) {
    return new Reference(
        row.text("name", ""),
        row.text("db", ""),
        row.text("tab", ""),
        List.of(row.text("col", "")),
        row.text("to_db", ""),
        row.text("to_tab", ""),
        List.of(row.text("to_col", "")));
  }

  private static Reference joined(Reference one, Reference next) {
    var columns = new ArrayList<>(one.columns());
    columns.addAll(next.columns());
    var to = new ArrayList<>(one.toColumns());
    to.addAll(next.toColumns());
    return new Reference(
        one.name(), one.schema(), one.table(), columns, one.toSchema(), one.toTable(), to);
  }

  static SchemaNames names(Session session, String schema, int tables) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    session
        .query(
            """
            SELECT /* binnacle:schemas */ TABLE_NAME AS tab, COLUMN_NAME AS name,
              COLUMN_TYPE AS type
            FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ?
            ORDER BY TABLE_NAME, ORDINAL_POSITION"""
                + " LIMIT "
                + 20L * tables,
            row -> List.of(row.text("tab", ""), row.text("name", ""), row.text("type", "")),
            schema)
        .forEach(
            column ->
                all.computeIfAbsent(column.getFirst(), name -> new LinkedHashMap<>())
                    .put(column.get(1), column.get(2)));
    return new SchemaNames(
        schema, all, routines(session, schema, tables).stream().map(SchemaObject::name).toList());
  }
}
