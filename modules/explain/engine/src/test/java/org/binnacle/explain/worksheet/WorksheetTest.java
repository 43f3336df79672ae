package org.binnacle.explain.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.binnacle.explain.live.RealServers;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.SqlFaults;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("NullAway")
@Tag("server")
final class WorksheetTest {
  @TempDir Path folder;
  private final RealServers servers = new RealServers();
  private final Kept audit = new Kept();

  /// An audit log in memory.
  private static final class Kept implements AuditLog {
    final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void append(AuditEntry entry) {
      entries.add(entry);
    }

    @Override
    public List<AuditEntry> newest(Optional<Instant> since, String containing, int limit) {
      return List.copyOf(entries);
    }
  }

  static List<Distribution> distributions() {
    return TestServers.available();
  }

  @AfterEach
  void close() {
    servers.close();
  }

  private Worksheets worksheets() {
    return new Worksheets(
        servers.connections, servers, audit, "anna", Clock.systemUTC(), folder.resolve("spool"));
  }

  private static RunRequest request(
      InstanceRef instance, TestSchema schema, String script, Arming arming) {
    return new RunRequest(
        List.of(instance), script, Optional.of(schema.name()), RunLimits.standard(), arming);
  }

  private static SheetRun run(Worksheet sheet, RunRequest request) throws InterruptedException {
    SheetRun run = sheet.start(request, () -> {});
    run.await();
    return run;
  }

  private static End end(SheetRun run, int statement) {
    return run.statements().get(statement).parts().values().iterator().next().end().orElseThrow();
  }

  private static List<List<String>> cells(Rows rows) {
    return rows.page(0, 1_000).stream().map(row -> row.stream().map(Cell::shown).toList()).toList();
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void severalStatementsGiveSeveralResults(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(server);
        Worksheet sheet = worksheets().open()) {
      InstanceRef it = servers.of(server, Safety.RELAXED);
      schema.run(
          """
          CREATE TABLE t (id BIGINT UNSIGNED PRIMARY KEY, d DOUBLE, dc DECIMAL(20,5), b VARBINARY(8),
            bit3 BIT(3), dt DATETIME(3), ti TIME, y YEAR, words VARCHAR(20) CHARACTER SET latin1,
            wide VARCHAR(20) CHARACTER SET utf8mb4, n INT, e ENUM('a','b'))""",
          """
          INSERT INTO t VALUES (18446744073709551615, 1e10, 1.50000, x'00FF', b'101',
            '2026-01-02 03:04:05.678', '-12:00:01', 2026, 'déjà', '日本😀', NULL, 'b')""");
      SheetRun run =
          run(
              sheet,
              request(
                  it,
                  schema,
                  "SELECT * FROM t;\nSELECT 1 AS one UNION SELECT 2; SELECT 'a' < 1 AS w;",
                  Arming.readOnly()));
      assertThat(run.statements()).hasSize(3);
      assertThat(cells(run.results().getFirst()))
          .containsExactly(
              List.of(
                  "18446744073709551615",
                  "10000000000",
                  "1.50000",
                  "0x00FF",
                  "0x05",
                  "2026-01-02 03:04:05.678",
                  "-12:00:01",
                  "2026",
                  "déjà",
                  "日本😀",
                  "NULL",
                  "b"));
      assertThat(run.results().getFirst().columns().stream().map(Head::label))
          .startsWith("id", "d", "dc");
      assertThat(run.results().getFirst().columns().getFirst().table()).isEqualTo("t");
      assertThat(cells(run.results().get(1))).containsExactly(List.of("1"), List.of("2"));
      End.Done done = (End.Done) end(run, 2);
      assertThat(done.warnings().getFirst().text()).contains("Truncated incorrect");
      assertThat(done.rows()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void nothingIsChangedUnlessItIsArmed(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(server);
        Worksheet sheet = worksheets().open()) {
      InstanceRef it = servers.of(server, Safety.RELAXED);
      schema.run(
          "CREATE TABLE t (id INT PRIMARY KEY)",
          "INSERT INTO t VALUES (1), (2)",
          "CREATE PROCEDURE clear() DELETE FROM t",
          """
          CREATE FUNCTION writes(n INT) RETURNS INT DETERMINISTIC MODIFIES SQL DATA
          BEGIN INSERT INTO t VALUES (n); RETURN n; END""");
      for (String sql :
          List.of(
              "DELETE FROM t",
              "CALL clear()",
              "SET SESSION TRANSACTION READ WRITE",
              "SET GLOBAL max_connections = 1",
              "SELECT * FROM t FOR UPDATE",
              "START TRANSACTION READ WRITE")) {
        SheetRun run = run(sheet, request(it, schema, sql, Arming.readOnly()));
        assertThat(end(run, 0)).as(sql).isInstanceOf(End.Refused.class);
      }
      SheetRun sly = run(sheet, request(it, schema, "SELECT writes(7)", Arming.readOnly()));
      assertThat(((End.Failed) end(sly, 0)).fault().code()).isEqualTo(SqlFaults.READ_ONLY);
      SheetRun count = run(sheet, request(it, schema, "SELECT COUNT(*) FROM t", Arming.readOnly()));
      assertThat(cells(count.results().getFirst())).containsExactly(List.of("2"));
      assertThat(audit.entries).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void anArmedChangeIsDoneAndAudited(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(server);
        Worksheet sheet = worksheets().open()) {
      InstanceRef strict = servers.of(server, Safety.STRICT);
      String script =
          "CREATE TABLE t (id INT PRIMARY KEY); INSERT INTO t VALUES (1),(2); SELECT * FROM t;"
              + " INSERT INTO t VALUES (1); DELETE FROM t";
      SheetRun refused = run(sheet, request(strict, schema, script, Arming.armed(Set.of(), "")));
      assertThat(refused.failure().orElseThrow().code()).isEqualTo(WorksheetFaults.NEEDS_NAME);
      SheetRun run =
          run(
              sheet,
              request(strict, schema, script, Arming.armed(Set.of(strict.name()), "a trial")));
      assertThat(((End.Done) end(run, 1)).affected()).isEqualTo(2);
      assertThat(((End.Done) end(run, 1)).warnings()).isEmpty();
      assertThat(run.results().getFirst().rows()).isEqualTo(2);
      assertThat(end(run, 3)).isInstanceOf(End.Failed.class);
      assertThat(end(run, 4)).isInstanceOf(End.Skipped.class);
      assertThat(audit.entries.stream().map(AuditEntry::outcome))
          .containsExactly(
              AuditEntry.Outcome.ASKED,
              AuditEntry.Outcome.DONE,
              AuditEntry.Outcome.ASKED,
              AuditEntry.Outcome.DONE,
              AuditEntry.Outcome.ASKED,
              AuditEntry.Outcome.FAILED);
      assertThat(audit.entries.get(2).sql()).isEqualTo("INSERT INTO t VALUES (1),(2)");
      assertThat(audit.entries.get(3).detail()).startsWith("2 rows affected");
      assertThat(audit.entries.get(3).reason()).isEqualTo("a trial");
    }
  }

  @Test
  void variablesAndTransactionsLiveFromRunToRun() throws Exception {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    try (TestSchema schema = TestSchema.on(server);
        Worksheet sheet = worksheets().open()) {
      InstanceRef it = servers.of(server, Safety.RELAXED);
      run(sheet, request(it, schema, "SET @a = 7", Arming.readOnly()));
      SheetRun run = run(sheet, request(it, schema, "SELECT @a", Arming.readOnly()));
      assertThat(cells(run.results().getFirst())).containsExactly(List.of("7"));
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void aResultIsCutAtItsLimitAndTheSessionLivesOn(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(server);
        Worksheet sheet = worksheets().open()) {
      InstanceRef it = servers.of(server, Safety.RELAXED);
      schema.run(
          "CREATE TABLE ten (n INT)",
          "INSERT INTO ten VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)");
      // LIMIT goes before sql_select_limit, so that the statement has to be ended.
      SheetRun run =
          run(
              sheet,
              request(
                  it,
                  schema,
                  "SET @kept = 3; SELECT a.n FROM ten a, ten b, ten c, ten d, ten e, ten f LIMIT 900000;"
                      + " SELECT a.n FROM ten a, ten b, ten c, ten d; SELECT @kept",
                  Arming.readOnly()));
      assertThat(((End.Done) end(run, 1)).cut()).isTrue();
      assertThat(((End.Done) end(run, 2)).cut()).isTrue();
      assertThat(run.results().stream().map(Result::rows)).containsExactly(1_000L, 1_000L, 1L);
      assertThat(cells(run.results().getLast())).containsExactly(List.of("3"));
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void itIsCancelledAndBounded(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(server);
        Worksheet sheet = worksheets().open()) {
      InstanceRef it = servers.of(server, Safety.RELAXED);
      schema.run("CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (1), (2)");
      var limits = RunLimits.standard().withStatement(Duration.ofSeconds(1));
      SheetRun late =
          run(
              sheet,
              new RunRequest(
                  List.of(it),
                  "SELECT COUNT(*) FROM information_schema.COLLATIONS a, information_schema.COLLATIONS b,"
                      + " information_schema.COLLATIONS c, information_schema.COLLATIONS d"
                      + " WHERE a.ID + b.ID + c.ID + d.ID < 0; SELECT 1",
                  Optional.empty(),
                  limits,
                  Arming.readOnly()));
      assertThat(((End.Failed) end(late, 0)).fault().code())
          .isIn(WorksheetFaults.LIMIT, SqlFaults.TIME_LIMIT);
      assertThat(end(late, 1)).isInstanceOf(End.Skipped.class);

      SheetRun run =
          sheet.start(
              request(
                  it,
                  schema,
                  "UPDATE t SET id = id + 10 WHERE SLEEP(30) = 0",
                  Arming.armed(Set.of(), "")),
              () -> {});
      while (!run.statements().getFirst().parts().get(it).runs()) {
        Thread.onSpinWait();
      }
      assertThat(
              catchThrowableOfType(
                      Fault.class,
                      () ->
                          sheet.start(request(it, schema, "SELECT 1", Arming.readOnly()), () -> {}))
                  .code())
          .isEqualTo(WorksheetFaults.BUSY);
      awaitSleep(schema);
      run.cancel();
      run.await();
      assertThat(end(run, 0)).isInstanceOf(End.Stopped.class);
      SheetRun after = run(sheet, request(it, schema, "SELECT id FROM t", Arming.readOnly()));
      assertThat(cells(after.results().getFirst())).containsExactly(List.of("1"), List.of("2"));
    }
  }

  private static void awaitSleep(TestSchema schema) throws SQLException {
    try (var looking = schema.connect();
        var statement = looking.createStatement()) {
      while (true) {
        try (var rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.processlist WHERE state = 'User sleep'"
                    + " AND db = '"
                    + schema.name()
                    + "'")) {
          rows.next();
          if (rows.getInt(1) > 0) {
            return;
          }
        }
      }
    }
  }

  @Test
  void severalInstancesGiveOneMergedResult() throws Exception {
    var refs = new ArrayList<InstanceRef>();
    for (Distribution distribution : List.of(Distribution.MYSQL_8_0, Distribution.MARIADB_11_4)) {
      refs.add(servers.of(TestServers.shared(distribution), Safety.RELAXED));
    }
    try (Worksheet sheet = worksheets().open()) {
      SheetRun run =
          run(
              sheet,
              new RunRequest(
                  refs,
                  "SELECT VERSION() AS v, 1 AS one",
                  Optional.empty(),
                  RunLimits.standard(),
                  Arming.readOnly()));
      Result merged = run.results().getFirst();
      assertThat(run.results()).hasSize(1);
      assertThat(merged.columns().stream().map(Head::label))
          .containsExactly("instance", "v", "one");
      assertThat(cells(merged).stream().map(List::getFirst))
          .containsExactlyInAnyOrder(refs.get(0).name(), refs.get(1).name());
      assertThat(cells(merged)).anyMatch(row -> row.get(1).contains("MariaDB"));
    }
  }

  @Test
  void passwordsAreNotKept() {
    assertThat(Masked.of("CREATE USER a IDENTIFIED BY 'geheim'"))
        .isEqualTo("CREATE USER a IDENTIFIED BY '***'");
    assertThat(Masked.of("CHANGE REPLICATION SOURCE TO SOURCE_PASSWORD='geheim', SOURCE_PORT=1"))
        .isEqualTo("CHANGE REPLICATION SOURCE TO SOURCE_PASSWORD='***', SOURCE_PORT=1");
    assertThat(Masked.of("SET PASSWORD FOR a = 'geheim'")).doesNotContain("geheim");
    assertThat(Masked.of("UPDATE t SET a = 'words'")).isEqualTo("UPDATE t SET a = 'words'");
  }
}
