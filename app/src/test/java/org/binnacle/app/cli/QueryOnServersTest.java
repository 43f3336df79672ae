package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipFile;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `binnacle query` and `binnacle explain` against a real server.
@Tag("server")
final class QueryOnServersTest {
  @TempDir Path state;
  private final RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
  private TestSchema schema;

  @BeforeEach
  void addIt() throws SQLException {
    schema = TestSchema.on(server);
    schema.run(
        "CREATE TABLE orders (id INT PRIMARY KEY, words VARCHAR(40), b VARBINARY(4), KEY (words))",
        "INSERT INTO orders VALUES (1, '=cmd()', x'00FF'), (2, NULL, NULL), (3, 'a \"b\", c', '')");
    String at = server.user() + "@" + server.host() + ":" + server.port();
    assertThat(run("fleet", "add", "it", at).exit()).isZero();
    assertThat(run("fleet", "add", "twin", at).exit()).isZero();
    assertThat(run("fleet", "add", "live", at, "--env", "production").exit()).isZero();
  }

  @AfterEach
  void drop() throws SQLException {
    schema.close();
  }

  private Run here() {
    return Run.in(state).with("BINNACLE_PASSWORD", server.password());
  }

  private Run.Result run(String... arguments) {
    return here().run(arguments);
  }

  private Run.Result query(String sql, String... more) {
    var words = new java.util.ArrayList<String>();
    words.add("query");
    words.add("it");
    words.addAll(java.util.List.of("-d", schema.name(), "--sql", sql));
    words.addAll(java.util.List.of(more));
    return run(words.toArray(String[]::new));
  }

  @Test
  void resultsAreTables() {
    var run = query("SELECT * FROM orders ORDER BY id; SELECT 7 AS seven");
    assertThat(run.exit()).isZero();
    assertThat(run.lines().getFirst().strip()).startsWith("id").contains("words", "b");
    assertThat(run.out()).contains("0x00FF", "NULL", "=cmd()", "seven");
    assertThat(run.err()).contains("3 rows in", "1 row in");
  }

  @Test
  void everyFormIsWritten() throws Exception {
    String sql = "SELECT * FROM orders ORDER BY id";
    assertThat(query(sql, "--format", "csv").out())
        .isEqualTo("id,words,b\r\n1,'=cmd(),0x00FF\r\n2,,\r\n3,\"a \"\"b\"\", c\",0x\r\n");
    assertThat(query(sql, "--format", "csv", "--raw").out()).contains("1,=cmd(),0x00FF");
    var json = query(sql, "--json").json();
    assertThat(json.get(0).get("rows").get(0).toString()).isEqualTo("[1,\"=cmd()\",\"0x00FF\"]");
    assertThat(json.get(0).get("rows").get(1).get(1).isNull()).isTrue();
    assertThat(query(sql, "--format", "insert").out())
        .isEqualTo(
            """
            INSERT INTO `orders` (`id`, `words`, `b`) VALUES
            (1, '=cmd()', 0x00FF),
            (2, NULL, NULL),
            (3, 'a "b", c', '');
            """);
    assertThat(query(sql, "--format", "markdown").out())
        .startsWith("| id | words | b |\n| ---: | --- | --- |\n| 1 | =cmd() | 0x00FF |\n")
        .contains("| 2 | *NULL* | *NULL* |");
    Path file = state.resolve("orders.xlsx");
    var excel = query(sql, "--out", file.toString());
    assertThat(excel.exit()).isZero();
    assertThat(excel.out()).isEmpty();
    try (var zip = new ZipFile(file.toFile())) {
      String sheet =
          new String(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
              java.nio.charset.StandardCharsets.UTF_8);
      assertThat(sheet).contains("=cmd()", "a &quot;b&quot;, c").doesNotContain("<f>");
    }
    assertThat(query(sql, "--format", "xlsx").exit()).isEqualTo(2);
    assertThat(query(sql, "--format", "pdf").err()).contains("table, csv, json, xlsx");
    assertThat(query(sql, "--out", state.resolve("no/such/f.csv").toString()).err())
        .contains("cannot write");
  }

  @Test
  void aLimitIsTold() {
    var run = query("SELECT * FROM orders", "--limit", "2");
    assertThat(run.lines()).hasSize(3);
    assertThat(run.err()).contains("there are more (--limit)");
  }

  @Test
  void severalServersAreMerged() {
    var run =
        run(
            "query",
            "it",
            "twin",
            "-d",
            schema.name(),
            "--sql",
            "SELECT 1 AS n; SELECT id FROM orders");
    assertThat(run.exit()).isZero();
    assertThat(run.lines().getFirst()).startsWith("instance").endsWith("n");
    assertThat(run.lines().subList(1, 3).stream().map(line -> line.split(" ")[0]))
        .containsExactlyInAnyOrder("it", "twin");
    assertThat(run.lines()).hasSize(3 + 1 + 7);
    var failed = run("query", "it", "twin", "--sql", "SELECT * FROM no.such");
    assertThat(failed.exit()).isEqualTo(3);
    assertThat(failed.err()).contains("it: statement 1:", "twin: statement 1:");
  }

  @Test
  void changesAreArmedAskedForAndAudited() throws SQLException {
    String delete = "DELETE FROM orders WHERE id = 1";
    var refused = query(delete);
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("--write --yes");
    assertThat(query(delete, "--write").exit()).isEqualTo(4);
    var done = query(delete, "--write", "--yes", "--reason", "a trial");
    assertThat(done.exit()).isZero();
    assertThat(done.err()).contains("1 row affected");
    assertThat(run("audit").out()).contains(delete);
    assertThat(
            run("query", "live", "-d", schema.name(), "--sql", delete, "--write", "--yes").exit())
        .isEqualTo(4);
    var typed =
        here()
            .answering("live")
            .run("query", "live", "-d", schema.name(), "--sql", delete, "--write", "--yes");
    assertThat(typed.exit()).isZero();
    assertThat(count()).isEqualTo(2);
  }

  private int count() throws SQLException {
    try (Connection connection = schema.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT COUNT(*) FROM orders")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void aFileOfBeforeStaysWhereTheStatementFails() throws Exception {
    Path kept = java.nio.file.Files.writeString(state.resolve("kept.csv"), "of before");
    assertThat(query("SELECT nope FROM orders", "--out", kept.toString()).exit()).isEqualTo(3);
    assertThat(kept).hasContent("of before");
    assertThat(query("SELECT 7 AS n", "--out", kept.toString()).exit()).isZero();
    assertThat(kept).hasContent("n\n7");
    assertThat(query("SELECT 7", "--format", "csv", "--out", state.toString()).err())
        .contains("it is a folder");
    assertThat(query("SELECT 7", "--out", state.resolve("none/x.csv").toString()).exit())
        .isEqualTo(3);
  }

  @Test
  void whichStatementFailedIsTold() {
    var run = query("SELECT 1; SELECT nope; SELECT 3; SELECT 4");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("statement 2 failed, 2 behind it not run (--go-on)\n");
    var on = query("SELECT 1; SELECT nope; SELECT 3", "--go-on");
    assertThat(on.out()).contains("3");
    assertThat(on.err()).contains("statement 2 failed\n");
    assertThat(query("SELECT nope").err()).doesNotContain("statement 1");
  }

  @Test
  void aFileThatIsNoTextAndAFormatThatIsNotToldAreRefused() throws Exception {
    Path bytes = java.nio.file.Files.write(state.resolve("a.bin"), new byte[] {'P', 0, 1});
    var run = run("query", "it", "--file", bytes.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("holds no SQL");
    Path unknown = state.resolve("a.unknown");
    var out = query("SELECT 1", "--out", unknown.toString());
    assertThat(out.exit()).isEqualTo(2);
    assertThat(out.err()).contains("--out FILE needs --format csv");
    assertThat(unknown).doesNotExist();
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThat(query("SELEC 1").exit()).isEqualTo(4); // no statement known to read
    assertThat(query("SELECT FROM").err()).contains("does not understand");
    assertThat(query("").err()).contains("no statement");
    assertThat(run("query", "it").exit()).isEqualTo(2);
    assertThat(run("query", "nowhere", "--sql", "SELECT 1").exit()).isEqualTo(2);
  }

  @Test
  void stoppingEndsTheStatementOnTheServer() throws Exception {
    var out = new StringWriter();
    Cli cli = here().cli(out, out);
    var exit =
        CompletableFuture.supplyAsync(
            () -> cli.run("query", "it", "--timeout", "0", "--sql", "SELECT SLEEP(60)"));
    while (running() == 0) {
      assertThat(exit).isNotDone();
      Thread.onSpinWait();
    }
    cli.stop();
    assertThat(exit.get()).isEqualTo(130);
    while (running() > 0) {
      Thread.onSpinWait();
    }
  }

  private int running() throws SQLException {
    try (Connection connection = schema.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.processlist WHERE info = 'SELECT SLEEP(60)'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void aServerExplains() {
    String sql = "SELECT * FROM orders o WHERE o.words = 12";
    var run = run("explain", "it", "-d", schema.name(), "--sql", sql);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Table scan on o", "condition.conversion");
    assertThat(
            run("explain", "it", "-d", schema.name(), "--sql", sql, "--fail-on", "warning").exit())
        .isEqualTo(1);
    assertThat(
            run("explain", "it", "-d", schema.name(), "--sql", sql, "--analyze", "--json")
                .json()
                .get("analysed")
                .asBoolean())
        .isTrue();
    assertThat(run("explain", "it", "--sql", "UPDATE t SET a = 1", "--analyze").exit())
        .isEqualTo(4);
    assertThat(run("explain", "--sql", sql).err()).contains("which server");
    assertThat(run("explain", "it", "--connection", "999999").err()).contains("gone");
    assertThat(run("explain", "it", "--sql", sql, "--format", "yaml").exit()).isEqualTo(2);
    var strict = run("explain", "live", "-d", schema.name(), "--sql", sql, "--analyze");
    assertThat(strict.exit()).isEqualTo(4);
    assertThat(strict.err()).contains("--confirm live");
    assertThat(
            run(
                    "explain",
                    "live",
                    "-d",
                    schema.name(),
                    "--sql",
                    sql,
                    "--analyze",
                    "--confirm",
                    "live")
                .exit())
        .isZero();
  }

  @Test
  void keptPlansTellThatThePlanChanged() throws SQLException {
    String sql = "SELECT words FROM orders WHERE words = 'x'";
    assertThat(run("explain", "--history").err()).contains("no plan was kept");
    String[] keep = {"explain", "it", "-d", schema.name(), "--sql", sql, "--keep", "first"};
    var first = run(keep);
    assertThat(first.exit()).isZero();
    String digest = first.err().strip().replaceAll(".* ", "");
    assertThat(run(keep).out()).doesNotContain("plan.changed");
    schema.run("ALTER TABLE orders DROP KEY words");
    var other =
        run("explain", "it", "-d", schema.name(), "--sql", sql.replace("'x'", "'y'"), "--keep");
    assertThat(other.out()).contains("plan.changed");
    assertThat(run("explain", "--history").lines()).hasSize(4);
    assertThat(run("explain", "--history", "first").lines()).hasSize(3);
    var shown = run("explain", "--history", digest);
    assertThat(shown.out()).contains("plan.changed", "changed:");
  }
}
