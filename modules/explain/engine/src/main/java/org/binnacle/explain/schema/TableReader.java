package org.binnacle.explain.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;
import org.binnacle.sql.Quote;

/// Reads one table from information_schema. Schema and table are given as constants, which lets
/// every server look at that table only instead of opening all (MySQL 5.7 manual, 8.2.3).
public final class TableReader {
  private TableReader() {}

  /// Empty where there is no such table, or the account may not see it.
  public static Optional<TableInfo> read(Session session, String schema, String table) {
    List<TableInfo> found =
        session.query(
            """
            SELECT /* binnacle:table */ TABLE_NAME AS name, TABLE_SCHEMA AS db, ENGINE AS engine,
              TABLE_ROWS AS table_rows, DATA_LENGTH AS data_bytes, INDEX_LENGTH AS index_bytes
            FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?""",
            row -> head(row),
            schema,
            table);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    TableInfo head = found.getFirst();
    return Optional.of(
        new TableInfo(
            head.schema(),
            head.name(),
            head.engine(),
            head.rows(),
            head.dataBytes(),
            head.indexBytes(),
            partitions(session, head),
            columns(session, head.schema(), head.name()),
            indexes(session, head.schema(), head.name()),
            ddl(session, head.schema(), head.name())));
  }

  private static TableInfo head(Row row) {
    return new TableInfo(
        row.text("db", ""),
        row.text("name", ""),
        row.text("engine", ""),
        row.number("table_rows"),
        row.number("data_bytes"),
        row.number("index_bytes"),
        0,
        List.of(),
        List.of(),
        "");
  }

  private static int partitions(Session session, TableInfo table) {
    return session
        .query(
            """
            SELECT /* binnacle:table */ COUNT(DISTINCT PARTITION_NAME) AS many
            FROM information_schema.PARTITIONS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND PARTITION_NAME IS NOT NULL""",
            row -> (int) row.number("many", 0),
            table.schema(),
            table.name())
        .getFirst();
  }

  static List<ColumnInfo> columns(Session session, String schema, String table) {
    return session.query(
        """
        SELECT /* binnacle:table */ COLUMN_NAME AS name, COLUMN_TYPE AS type,
          IS_NULLABLE AS nullable, COLUMN_DEFAULT AS def, EXTRA AS extra,
          COLLATION_NAME AS coll, COLUMN_COMMENT AS words
        FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
        ORDER BY ORDINAL_POSITION""",
        row ->
            new ColumnInfo(
                row.text("name", ""),
                row.text("type", ""),
                row.text("nullable", "").equals("YES"),
                row.text("def"),
                row.text("extra", ""),
                row.text("coll", ""),
                row.text("words", "")),
        schema,
        table);
  }

  /// All columns of the view are read, since versions differ in which it has.
  static List<IndexInfo> indexes(Session session, String schema, String table) {
    Map<String, IndexInfo> indexes = new LinkedHashMap<>();
    for (IndexInfo part :
        session.query(
            """
            SELECT /* binnacle:table */ * FROM information_schema.STATISTICS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY INDEX_NAME, SEQ_IN_INDEX""",
            TableReader::part,
            schema,
            table)) {
      indexes.merge(part.name(), part, TableReader::joined);
    }
    var all = new ArrayList<>(indexes.values());
    all.sort((one, other) -> Boolean.compare(other.primary(), one.primary()));
    return all;
  }

  private static IndexInfo joined(IndexInfo one, IndexInfo next) {
    var parts = new ArrayList<>(one.parts());
    parts.addAll(next.parts());
    return new IndexInfo(one.name(), one.unique(), one.type(), one.visible(), parts);
  }

  private static IndexInfo part(Row row) {
    OptionalLong cardinality = row.number("CARDINALITY");
    return new IndexInfo(
        row.text("INDEX_NAME", ""),
        row.number("NON_UNIQUE", 1) == 0,
        row.text("INDEX_TYPE", ""),
        !row.text("IS_VISIBLE", "YES").equals("NO") && !row.text("IGNORED", "NO").equals("YES"),
        List.of(
            new IndexInfo.Part(
                row.text("COLUMN_NAME", ""),
                row.text("EXPRESSION"),
                row.number("SUB_PART"),
                row.text("COLLATION", "A").equals("D"),
                cardinality)));
  }

  static String ddl(Session session, String schema, String table) {
    try {
      return session
          .query("SHOW CREATE TABLE " + Quote.path(schema, table), TableReader::second)
          .stream()
          .findFirst()
          .orElse("");
    } catch (Fault fault) {
      if (fault.code().equals(SqlFaults.PRIVILEGE)) {
        return "";
      }
      throw fault;
    }
  }

  static String second(Row row) {
    return row.columns().size() < 2 ? "" : row.text(row.columns().get(1), "");
  }
}
