package org.binnacle.review.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FileWords;
import org.binnacle.review.ReviewFaults;
import org.binnacle.sql.Script;
import org.binnacle.sql.Span;
import org.binnacle.sql.Statement;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Schemas out of DDL: migration files, or what `mysqldump --no-data` writes.
public final class SchemaReading {
  /// The version of snapshots that this reads.
  private static final int SNAPSHOT = 1;

  private SchemaReading() {}

  /// The schema that these scripts leave, run one after the other on nothing.
  public static Schema ofScripts(List<String> scripts, Target target) {
    Schema schema = Schema.given();
    var parser = new SqlParser(target);
    scripts.forEach(script -> add(schema, script, parser));
    schema.use("");
    schema.settle();
    return schema;
  }

  /// Runs a script's DDL on a schema.
  ///
  /// @return how many statements of it were DDL
  public static int add(Schema schema, String script, SqlParser parser) {
    int ddl = 0;
    for (Statement statement : Script.cut(script, parser.target().modes()).statements()) {
      String text = statement.text();
      if (text.regionMatches(true, 0, "USE ", 0, 4)) {
        schema.use(text.substring(4).strip().replace("`", ""));
      } else if (!isRows(text)
          && parser.parse(text) instanceof Parsed.Understood u
          && u.ddl().isPresent()) {
        Ddl one = u.ddl().get();
        Evolution.apply(schema, one);
        ddl++;
      }
    }
    return ddl;
  }

  /// A snapshot: `{binnacleSnapshot: 1, server: {version}, tables: [{schema, name, create, rows,
  /// dataBytes, indexBytes}]}`, where `create` is what SHOW CREATE TABLE printed.
  ///
  /// @throws Fault where that is none
  public static Schema ofSnapshot(Path file, Target target) {
    try {
      Map<?, ?> root = JsonMapper.builder().build().readValue(Files.readAllBytes(file), Map.class);
      if (!(root.get("tables") instanceof List<?> tables)
          || !root.containsKey("binnacleSnapshot")) {
        throw new Fault(ReviewFaults.BAD_SCHEMA, file + ": no snapshot of Binnacle");
      }
      if (!Integer.valueOf(SNAPSHOT).equals(root.get("binnacleSnapshot"))) {
        throw new Fault(
            ReviewFaults.BAD_SCHEMA,
            file
                + ": a snapshot of version "
                + root.get("binnacleSnapshot")
                + ", this program reads "
                + SNAPSHOT);
      }
      Schema schema = Schema.given();
      var parser = new SqlParser(target);
      for (Object one : tables) {
        if (one instanceof Map<?, ?> table) {
          add(schema, table, parser);
        }
      }
      schema.use("");
      schema.settle();
      return schema;
    } catch (IOException | JacksonException e) {
      throw new Fault(ReviewFaults.BAD_SCHEMA, FileWords.of(file, e), e);
    }
  }

  private static void add(Schema schema, Map<?, ?> table, SqlParser parser) {
    schema.use(String.valueOf(table.get("schema")));
    add(schema, String.valueOf(table.get("create")), parser);
    if (table.get("rows") instanceof Number rows) {
      var name = String.valueOf(table.get("name"));
      var size =
          new Table.Size(rows.longValue(), number(table, "dataBytes"), number(table, "indexBytes"));
      schema
          .table(new TableName(Optional.empty(), name, new Span(0, 0)))
          .ifPresent(t -> schema.put(t.withSize(size)));
    }
  }

  private static long number(Map<?, ?> map, String key) {
    return map.get(key) instanceof Number n ? n.longValue() : 0;
  }

  /// Puts one table into a schema by its definition.
  public static void table(Schema schema, String database, String create, SqlParser parser) {
    String before = schema.database();
    schema.use(database);
    add(schema, create, parser);
    schema.use(before);
  }

  private static boolean isRows(String text) {
    return text.regionMatches(true, 0, "INSERT", 0, 6)
        || text.regionMatches(true, 0, "REPLACE", 0, 7);
  }
}
