package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// `binnacle review --on` asks servers that really run. They take writes, so most of these say
/// `--on-source`; the choice among replicas is tried by {@link ReviewOnReplicasTest}.
@Tag("server")
final class ReviewOnServersTest {
  @TempDir Path folder;

  static List<Distribution> servers() {
    var those = new ArrayList<>(List.of(Distribution.MYSQL_8_0, Distribution.MARIADB_11_4));
    if (TestServers.available().contains(Distribution.MYSQL_9)) {
      those.add(Distribution.MYSQL_9);
    }
    return those;
  }

  private Run.Result run(RunningServer server, TestSchema schema, String sql, String... more)
      throws IOException {
    Path file = Files.writeString(folder.resolve("change.sql"), sql);
    var arguments = new ArrayList<String>(List.of("review", file.toString()));
    arguments.addAll(
        List.of(
            "--on",
            "mysql://" + server.user() + "@" + server.host() + ":" + server.port(),
            "--on-source",
            "--yes",
            "--database",
            schema.name()));
    arguments.addAll(List.of(more));
    return Run.in(folder.resolve("state"))
        .with("BINNACLE_PASSWORD", server.password())
        .run(arguments.toArray(String[]::new));
  }

  private static List<String> rules(Run.Result result, int statement) {
    var rules = new ArrayList<String>();
    result
        .json()
        .get("files")
        .get(0)
        .get("statements")
        .get(statement)
        .get("findings")
        .forEach(f -> rules.add(f.get("rule").asString()));
    return rules;
  }

  private static void fill(TestSchema schema) throws SQLException {
    schema.run(
        "CREATE TABLE ten (n int PRIMARY KEY)",
        "INSERT INTO ten VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)",
        """
        CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, customer int NOT NULL,
          status tinyint NOT NULL, note varchar(100), total decimal(10,2), other int,
          KEY by_customer (customer), KEY by_status (status), KEY by_other (other))
        ENGINE=InnoDB DEFAULT CHARSET=utf8mb4""",
        """
        INSERT INTO orders (customer, status, note, total, other)
        SELECT a.n + 10*b.n + 100*c.n, a.n % 2, CONCAT('note ', a.n, b.n, c.n, d.n), d.n * 10, d.n
        FROM ten a, ten b, ten c, ten d, (SELECT 1 UNION ALL SELECT 2) twice""",
        "CREATE TABLE items (id int PRIMARY KEY, order_no int, price int) ENGINE=InnoDB",
        "INSERT INTO items SELECT id, id, id FROM orders",
        "ANALYZE TABLE orders, items");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void plansAreReadAndRulesSpeakOfThem(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(server)) {
      fill(schema);
      Run.Result result =
          run(
              server,
              schema,
              """
              SELECT id FROM orders WHERE note = 'x';
              SELECT id FROM orders WHERE customer = 5;
              SELECT id, note FROM orders ORDER BY note;
              SELECT note, COUNT(*) FROM orders GROUP BY note;
              SELECT id, (SELECT MAX(i.price) FROM items i WHERE i.order_no = orders.customer) FROM orders;
              SELECT o.id FROM orders o JOIN items i ON i.price = o.total;
              UPDATE orders SET note = 'y' WHERE note = 'x';
              DELETE FROM orders WHERE other + 1 = 7;
              INSERT INTO items SELECT id + 100000, customer, 1 FROM orders WHERE note = 'z';
              """,
              "--json");
      assertThat(result.exit()).as(result.err()).isLessThan(2);
      assertThat(rules(result, 0))
          .contains("explain.full-scan", "explain.no-key", "explain.suggest-index");
      assertThat(rules(result, 1)).noneMatch(r -> r.startsWith("explain."));
      assertThat(rules(result, 2)).contains("explain.filesort");
      assertThat(rules(result, 3)).contains("explain.temporary");
      if (distribution != Distribution.MARIADB_11_4) { // its plans do not tell how often one runs
        assertThat(rules(result, 4)).contains("explain.dependent-subquery", "explain.rows");
      }
      assertThat(rules(result, 5)).contains("explain.block-nested-loop");
      assertThat(rules(result, 6)).contains("explain.full-scan");
      assertThat(rules(result, 7)).contains("explain.full-scan");
      assertThat(rules(result, 8)).contains("explain.full-scan");
      JsonNode root = result.json();
      assertThat(root.get("asked").get("role").asString()).isEqualTo("source");
      assertThat(root.get("asked").get("version").asString()).startsWith(version(distribution));
      assertThat(root.get("asked").get("plans").asInt()).isEqualTo(9);
      assertThat(root.get("totals").get("notRun").has("replica")).isFalse();
      JsonNode first = root.get("files").get(0).get("statements").get(0);
      String step = first.get("findings").findValue("planStep").asString();
      assertThat(first.get("plan").get("steps").findValuesAsString("id")).contains(step);
      try (Connection connection = schema.connect();
          Statement statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT COUNT(*) FROM items WHERE id > 100000")) {
        rows.next();
        assertThat(rows.getInt(1)).as("nothing was run").isZero();
      }
    }
  }

  private static String version(Distribution distribution) {
    return switch (distribution) {
      case MYSQL_8_0 -> "8.0";
      case MYSQL_9 -> "9.";
      case MYSQL_5_7 -> "5.7";
      case MARIADB_11_4 -> "11.4";
      case MARIADB_10_11 -> "10.11";
    };
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whatTheServerRefusesIsAnErrorAtItsWord(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(server)) {
      schema.run("CREATE TABLE orders (id int PRIMARY KEY, name varchar(20))");
      Run.Result result =
          run(
              server,
              schema,
              """
              SELECT CONCAT(nam, 'x') FROM orders;
              CREATE TABLE fresh (id int PRIMARY KEY);
              SELECT id FROM fresh;
              SELECT name FROM orders WHERE id = ?;
              """,
              "--json");
      assertThat(result.exit()).isEqualTo(1);
      assertThat(rules(result, 0)).contains("valid.explain-precheck");
      var columns = new ArrayList<Integer>();
      result
          .json()
          .get("files")
          .get(0)
          .get("statements")
          .get(0)
          .get("findings")
          .forEach(
              f -> {
                if (f.get("rule").asString().equals("valid.explain-precheck")) {
                  columns.add(f.get("column").asInt());
                }
              });
      assertThat(columns).containsExactly(15);
      assertThat(rules(result, 2)).doesNotContain("valid.explain-precheck");
      assertThat(result.json().get("asked").get("notes").toString())
          .contains("line 3: the script changes fresh", "line 4");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void changesOfTablesInUseAreForetold(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(server);
        Scene scene = Scene.in(schema)) {
      fill(schema);
      schema.run(
          "CREATE TABLE numbers (id tinyint AUTO_INCREMENT PRIMARY KEY, v varchar(50), n bigint) ENGINE=InnoDB",
          "INSERT INTO numbers VALUES (120, 'a long text that is here', 5000000000)");
      scene.idleInTransaction(1);
      await(schema);
      Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
      Run.Result result =
          run(
              server,
              schema,
              """
              ALTER TABLE scene ADD extra int;
              ALTER TABLE numbers MODIFY v varchar(10), MODIFY n int;
              ALTER TABLE orders FORCE;
              ALTER TABLE orders ADD KEY bad (status);
              INSERT INTO numbers (v) VALUES ('x');
              """,
              "--json",
              "--rules",
              rules.toString());
      boolean metadata = distribution != Distribution.MARIADB_11_4;
      if (metadata) {
        assertThat(rules(result, 0)).contains("ddl.mdl-risk");
      }
      assertThat(rules(result, 1)).contains("ddl.narrow-data");
      assertThat(result.out())
          .contains("some are longer than 10 characters", "some are not between");
      assertThat(rules(result, 2)).contains("ddl.rebuild-large-table");
      if (metadata) { // MariaDB starts without performance_schema
        assertThat(rules(result, 2)).contains("index.unused");
        assertThat(result.out()).contains("by index by_other of orders");
        assertThat(result.out()).doesNotContain("by index by_status of orders");
      }
      assertThat(rules(result, 3)).contains("index.low-selectivity");
      assertThat(rules(result, 4)).contains("column.auto-inc-exhaustion");
      JsonNode risk = result.json().get("files").get(0).get("statements").get(2).get("ddl");
      assertThat(risk.get("rebuild").asBoolean()).isTrue();
      assertThat(risk.get("rows").asLong()).isBetween(15_000L, 25_000L);
      assertThat(risk.get("assumption").asString()).contains("MB/s");
    }
  }

  private static final String RULES =
      """
      ruleset: tried
      extends: default
      rules:
        ddl.rebuild-large-table: {min-rows: 10000}
        index.unused: {min-uptime-hours: 0}
        ddl.mdl-risk: {min-seconds: 0}
      """;

  /// Until the server itself shows the scene's transaction.
  private static void await(TestSchema schema) throws SQLException {
    long until = System.nanoTime() + 20_000_000_000L;
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement()) {
      while (true) {
        try (var rows =
            statement.executeQuery("SELECT COUNT(*) FROM information_schema.innodb_trx")) {
          rows.next();
          if (rows.getInt(1) > 0 || System.nanoTime() > until) {
            return;
          }
        }
      }
    }
  }

  @Test
  void aServerThatTakesWritesIsAskedOnlyWhereTheUserSaysSo() throws Exception {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    Path file = Files.writeString(folder.resolve("change.sql"), "SELECT 1;");
    String url = "mysql://" + server.user() + "@" + server.host() + ":" + server.port();
    Run here = Run.in(folder.resolve("state")).with("BINNACLE_PASSWORD", server.password());
    var refused = here.run("review", file.toString(), "--on", url);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("takes writes", "hint:", "--on-source");
    assertThat(here.run("review", file.toString(), "--on", url, "--on-source").exit()).isEqualTo(4);
    assertThat(here.run("review", file.toString(), "--on-source").err()).contains("goes with --on");
    var never = here.run("review", file.toString(), "--on", url, "--max-seconds", "0");
    assertThat(never.exit()).isEqualTo(2);
    assertThat(never.err()).contains("--max-seconds takes 1 to 3600");
    var nobody = here.run("review", file.toString(), "--on", "nobody");
    assertThat(nobody.exit()).isEqualTo(2);
    assertThat(nobody.err()).contains("no instance or cluster");
    Path bare = Files.writeString(folder.resolve("bare.sql"), "SELECT a FROM t;");
    var unnamed = here.run("review", bare.toString(), "--on", url, "--on-source", "--yes");
    assertThat(unnamed.exit()).isEqualTo(2);
    assertThat(unnamed.err()).contains("--database");
  }

  @Test
  void anAccountThatMayLittleStillGetsAReview() throws Exception {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    try (TestSchema schema = TestSchema.on(server);
        TestAccount account = TestAccount.on(server, "SELECT ON " + schema.name() + ".*")) {
      schema.run("CREATE TABLE orders (id int PRIMARY KEY, name varchar(20), KEY k (name))");
      Path file =
          Files.writeString(
              folder.resolve("change.sql"),
              "SELECT nam FROM orders; UPDATE orders SET name = 'x' WHERE id = 1; ALTER TABLE orders ADD a int, DROP INDEX k;");
      var result =
          Run.in(folder.resolve("state"))
              .with("BINNACLE_PASSWORD", account.password())
              .run(
                  "review",
                  file.toString(),
                  "--on",
                  "mysql://" + account.user() + "@" + server.host() + ":" + server.port(),
                  "--on-source",
                  "--yes",
                  "-d",
                  schema.name());
      assertThat(result.out())
          .contains(
              "valid.explain-precheck",
              "note: No plan of the statement in line 1: the server says 1142",
              "not run: ddl.mdl-risk: the account has no privilege PROCESS",
              "not run: ddl.instant-limit: the account has no privilege PROCESS",
              "not run: index.drop-used: performance_schema is off, or the account may not read it")
          .doesNotContain("review.rule-failed");
    }
  }

  @Test
  void aSnapshotTravels() throws Exception {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    try (TestSchema schema = TestSchema.on(server)) {
      fill(schema);
      schema.run("CREATE VIEW v AS SELECT id FROM orders");
      Path snapshot = folder.resolve("shop.json");
      String url = "mysql://" + server.user() + "@" + server.host() + ":" + server.port();
      Run here = Run.in(folder.resolve("state")).with("BINNACLE_PASSWORD", server.password());
      var taken =
          here.run(
              "review",
              "--take-snapshot",
              url,
              "--on-source",
              "--yes",
              "-d",
              schema.name(),
              "--out",
              snapshot.toString());
      assertThat(taken.exit()).as(taken.err()).isZero();
      assertThat(taken.err()).contains("4 tables of " + schema.name());
      Path file =
          Files.writeString(
              folder.resolve("change.sql"),
              "ALTER TABLE orders ADD KEY k (nothing); SELECT id FROM v;");
      var result =
          here.run(
              "review", file.toString(), "--snapshot", snapshot.toString(), "-d", schema.name());
      assertThat(result.out())
          .contains("valid.unknown-column", "orders.")
          .doesNotContain("valid.unknown-table");
    }
  }
}
