package org.binnacle.review.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Progress;
import org.binnacle.sql.Script;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;
import org.binnacle.testkit.Availability;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.Installation;
import org.binnacle.testkit.fetch.Installations;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// Schemas as real servers write them: by mysqldump where one is to be had, by SHOW CREATE, and in
/// a snapshot. Truth is what the server's own information_schema says of columns and indexes.
@Tag("server")
class DumpsTest {
  private static final List<String> EVERYWHERE =
      List.of(
          """
          CREATE TABLE parent (id bigint unsigned NOT NULL AUTO_INCREMENT, code varchar(20) NOT NULL,
            PRIMARY KEY (id), UNIQUE KEY uk_code (code)) ENGINE=InnoDB COMMENT='it''s a "parent"'""",
          """
          CREATE TABLE child (id int NOT NULL, parent_id bigint unsigned DEFAULT NULL,
            name varchar(100) CHARACTER SET latin1 DEFAULT 'a;b', state enum('x;','y''','"') DEFAULT 'x;',
            flags set('a','b') DEFAULT NULL, doc json DEFAULT NULL, body longtext, raw varbinary(20),
            amount decimal(12,4) unsigned DEFAULT '0.0000', at datetime(3) DEFAULT NULL,
            seen timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
            b bit(5) DEFAULT b'101', y year DEFAULT NULL, g int GENERATED ALWAYS AS (id + 1) VIRTUAL,
            PRIMARY KEY (id), KEY k_parent (parent_id, name(10)), KEY k_at (at), FULLTEXT KEY ft (body),
            CONSTRAINT fk_parent FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE CASCADE)""",
          "CREATE TABLE `we``ird ;name` (`a b` int, `select` int, KEY `k ;` (`a b`, `select`))",
          """
          CREATE TABLE parts (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d))
            PARTITION BY RANGE (year(d)) (PARTITION p0 VALUES LESS THAN (2020),
            PARTITION p1 VALUES LESS THAN MAXVALUE)""",
          "CREATE VIEW v AS SELECT id, name FROM child WHERE name <> ';'",
          """
          CREATE PROCEDURE p (IN n int) BEGIN DECLARE i int DEFAULT 0;
            WHILE i < n DO SET i = i + 1; END WHILE; SELECT ';' AS x; END""",
          "CREATE TRIGGER tr BEFORE INSERT ON child FOR EACH ROW BEGIN SET NEW.name = ';'; END",
          "CREATE EVENT ev ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM child WHERE id < 0; END");
  private static final List<String> MYSQL_8 =
      List.of(
          """
          CREATE TABLE modern (id int NOT NULL, p point NOT NULL SRID 4326, n varchar(40),
            e json DEFAULT (json_array()), hid int INVISIBLE, KEY f ((lower(n))), KEY d (id DESC),
            KEY inv (n) INVISIBLE, SPATIAL KEY sp (p), CHECK (id > 0),
            CONSTRAINT c2 CHECK (n <> ';') NOT ENFORCED)""");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MYSQL_9"})
  void aDumpIsReadWhole(Distribution distribution) throws Exception {
    Installation client = client();
    try (var schema = made(distribution, MYSQL_8)) {
      String dump = dump(client, schema);
      assertThat(dump).contains("DELIMITER ;;", "-- Dump completed");
      everyStatementIsUnderstood(dump, target(distribution));
      asTheServerHasIt(SchemaReading.ofScripts(List.of(dump), target(distribution)), schema);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MYSQL_9", "MARIADB_11_4"})
  void whatShowCreatePrintsIsReadWhole(Distribution distribution) throws Exception {
    List<String> more = distribution == Distribution.MARIADB_11_4 ? List.of() : MYSQL_8;
    try (var schema = made(distribution, more)) {
      var script = new StringBuilder();
      shown(schema).values().forEach(create -> script.append(create).append(";\n"));
      everyStatementIsUnderstood(script.toString(), target(distribution));
      asTheServerHasIt(
          SchemaReading.ofScripts(List.of(script.toString()), target(distribution)), schema);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void aSnapshotTravels(Distribution distribution) throws Exception {
    try (var schema = made(distribution, List.of())) {
      var tables = new ArrayList<Map<String, Object>>();
      shown(schema)
          .forEach(
              (name, create) ->
                  tables.add(
                      Map.of("schema", schema.name(), "name", name, "create", create, "rows", 17)));
      Path file = folder.resolve("snapshot.json");
      Files.write(
          file,
          JsonMapper.builder()
              .build()
              .writeValueAsBytes(
                  Map.of(
                      "binnacleSnapshot",
                      1,
                      "server",
                      Map.of("version", schema.server().version()),
                      "tables",
                      tables)));
      Schema read = SchemaReading.ofSnapshot(file, target(distribution));
      asTheServerHasIt(read, schema);
      assertThat(read.tables())
          .isNotEmpty()
          .allMatch(t -> t.schema().equals(schema.name()))
          .allMatch(t -> t.size().orElseThrow().rows() == 17);
    }
  }

  private static Target target(Distribution distribution) {
    return Target.of(
            switch (distribution) {
              case MYSQL_9 -> "9.7.0";
              case MARIADB_11_4 -> "11.4.5-MariaDB";
              default -> "8.0.33";
            },
            "DEFAULT")
        .orElseThrow();
  }

  private static TestSchema made(Distribution distribution, List<String> more) throws SQLException {
    var schema = TestSchema.on(TestServers.shared(distribution));
    schema.run(EVERYWHERE.toArray(String[]::new));
    schema.run(more.toArray(String[]::new));
    return schema;
  }

  /// The client programs of MySQL 9 dump both.
  private static Installation client() {
    return switch (Installations.here()
        .find(Distribution.MYSQL_9, Progress.silent(), Cancel.never())) {
      case Availability.Ready ready -> ready.installation();
      case Availability.Missing missing ->
          Assumptions.abort("no mysqldump here: " + missing.fault().detail());
    };
  }

  private String dump(Installation client, TestSchema schema) throws Exception {
    var command = new ArrayList<String>();
    for (String word : client.command()) {
      if (word.endsWith("/mysqld")) {
        command.add(word.replaceAll("/s?bin/mysqld$", "/bin/mysqldump"));
        break;
      }
      command.add(word);
    }
    assertThat(Path.of(command.getLast())).exists();
    var server = schema.server();
    command.addAll(
        List.of(
            "--no-defaults",
            "--no-data",
            "--routines",
            "--triggers",
            "--events",
            "--no-tablespaces",
            "--column-statistics=0",
            "--set-gtid-purged=OFF",
            "--host=" + server.host(),
            "--port=" + server.port(),
            "--user=" + server.user(),
            schema.name()));
    Path out = folder.resolve("dump.sql");
    Path errors = folder.resolve("errors.txt");
    var builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(client.environment());
    builder.environment().put("MYSQL_PWD", server.password());
    assertThat(builder.start().waitFor()).as(Files.readString(errors)).isZero();
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  private static void everyStatementIsUnderstood(String script, Target target) {
    var parser = new SqlParser(target);
    var statements = Script.cut(script, target.modes()).statements();
    assertThat(statements).hasSizeGreaterThan(4);
    for (var statement : statements) {
      assertThat(parser.parse(statement.text()))
          .as(statement.text())
          .isInstanceOf(Parsed.Understood.class);
    }
  }

  /// Of each table what SHOW CREATE TABLE prints.
  private static Map<String, String> shown(TestSchema schema) throws SQLException {
    var shown = new TreeMap<String, String>();
    try (Connection connection = schema.connect();
        Statement ask = connection.createStatement()) {
      for (String name : columns(schema).keySet()) {
        String quoted = "`" + name.replace("`", "``") + "`";
        try (ResultSet row = ask.executeQuery("SHOW CREATE TABLE " + quoted)) {
          row.next();
          shown.put(name, row.getString(2));
        }
      }
    }
    return shown;
  }

  private static void asTheServerHasIt(Schema read, TestSchema truth) throws SQLException {
    Map<String, List<String>> columns = new TreeMap<>();
    Map<String, Set<String>> indexes = new TreeMap<>();
    for (Table table : read.tables()) {
      if (!table.view()) {
        columns.put(table.name(), table.columns().stream().map(c -> c.name()).toList());
        var names = new TreeSet<String>();
        table.indexes().forEach(i -> names.add(i.shown()));
        indexes.put(table.name(), names);
      }
    }
    var views = read.tables().stream().filter(Table::view).map(Table::name).toList();
    assertThat(views).contains("v");
    var real = columns(truth);
    real.keySet().removeAll(views);
    assertThat(columns).isEqualTo(real);
    assertThat(indexes).isEqualTo(indexes(truth));
  }

  private static Map<String, List<String>> columns(TestSchema schema) throws SQLException {
    var all = new TreeMap<String, List<String>>();
    try (Connection connection = schema.connect();
        Statement ask = connection.createStatement();
        ResultSet rows =
            ask.executeQuery(
                "SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = '"
                    + schema.name()
                    + "' ORDER BY TABLE_NAME, ORDINAL_POSITION")) {
      while (rows.next()) {
        all.computeIfAbsent(rows.getString(1), t -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    return all;
  }

  private static Map<String, Set<String>> indexes(TestSchema schema) throws SQLException {
    var all = new TreeMap<String, Set<String>>();
    try (Connection connection = schema.connect();
        Statement ask = connection.createStatement();
        ResultSet rows =
            ask.executeQuery(
                "SELECT DISTINCT TABLE_NAME, INDEX_NAME FROM information_schema.STATISTICS"
                    + " WHERE TABLE_SCHEMA = '"
                    + schema.name()
                    + "'")) {
      while (rows.next()) {
        all.computeIfAbsent(rows.getString(1), t -> new TreeSet<>()).add(rows.getString(2));
      }
    }
    return all;
  }
}
