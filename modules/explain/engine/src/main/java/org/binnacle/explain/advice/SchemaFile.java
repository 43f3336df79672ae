package org.binnacle.explain.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.explain.schema.ColumnInfo;
import org.binnacle.explain.schema.IndexInfo;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.sql.Script;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Statement;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;

/// The tables of a file of CREATE TABLE statements, such as a dump without rows: with no
/// statistics.
public final class SchemaFile {
  private SchemaFile() {}

  /// By name in small letters; what is no CREATE TABLE is left out.
  public static Map<String, TableInfo> tables(String text) {
    var parser = new SqlParser(Target.DEFAULT);
    Map<String, TableInfo> tables = new LinkedHashMap<>();
    for (Statement statement : Script.cut(text, SqlModes.DEFAULT).statements()) {
      if (parser.parse(statement.text()) instanceof Parsed.Understood understood
          && understood.ddl().orElse(null) instanceof Ddl.CreateTable table) {
        tables.put(table.table().name().toLowerCase(Locale.ROOT), table(table, statement.text()));
      }
    }
    return tables;
  }

  private static TableInfo table(Ddl.CreateTable table, String text) {
    var indexes = new ArrayList<IndexInfo>();
    for (IndexDef index : table.indexes()) {
      indexes.add(index(index));
    }
    for (ColumnDef column : table.columns()) {
      boolean known =
          indexes.stream()
              .anyMatch(index -> index.columns().equals(List.of(column.name())) && index.unique());
      if (!known && (column.primaryKey() || column.uniqueKey())) {
        indexes.add(
            new IndexInfo(
                column.primaryKey() ? "PRIMARY" : column.name(),
                true,
                "BTREE",
                true,
                List.of(part(column.name()))));
      }
    }
    return new TableInfo(
        table.table().schema().orElse(""),
        table.table().name(),
        table.options().value("engine").orElse("InnoDB"),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        0,
        table.columns().stream().map(SchemaFile::column).toList(),
        indexes,
        text);
  }

  private static ColumnInfo column(ColumnDef column) {
    String size = column.type().length().map(length -> "(" + length + ")").orElse("");
    return new ColumnInfo(
        column.name(),
        column.type().name() + size,
        column.isNullable(),
        column.defaultText(),
        "",
        column.collation().orElse(""),
        column.comment().orElse(""));
  }

  private static IndexInfo index(IndexDef index) {
    String type =
        switch (index.kind()) {
          case PRIMARY, UNIQUE, PLAIN -> "BTREE";
          case FULLTEXT -> "FULLTEXT";
          case SPATIAL -> "SPATIAL";
        };
    return new IndexInfo(
        index.kind() == IndexDef.Kind.PRIMARY ? "PRIMARY" : index.shown(),
        index.isUnique(),
        type,
        index.visible(),
        index.parts().stream()
            .map(
                key ->
                    new IndexInfo.Part(
                        key.column(),
                        key.expression(),
                        key.prefix()
                            .map(length -> OptionalLong.of(length))
                            .orElse(OptionalLong.empty()),
                        key.descending(),
                        OptionalLong.empty()))
            .toList());
  }

  private static IndexInfo.Part part(String column) {
    return new IndexInfo.Part(
        column, Optional.empty(), OptionalLong.empty(), false, OptionalLong.empty());
  }
}
