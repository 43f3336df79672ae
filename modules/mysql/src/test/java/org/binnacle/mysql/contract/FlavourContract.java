package org.binnacle.mysql.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Ask;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.mysql.pulse.Figure;
import org.binnacle.mysql.pulse.Pulse;
import org.binnacle.mysql.pulse.PulsePart;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every flavour promises, on a real server with a real scene.
@Tag("server")
abstract class FlavourContract {
  private static final String SCHEMA = "binnacle_contract";
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "thread_id",
          "user",
          "host",
          "db",
          "command",
          "time_s",
          "state",
          "info",
          "info_length",
          "connection_type",
          "event_id",
          "digest",
          "timer_wait_ps",
          "lock_time_ps",
          "rows_examined",
          "rows_sent",
          "rows_affected",
          "tmp_disk_tables",
          "no_index",
          "statement_ended",
          "trx_started",
          "trx_age_s",
          "trx_rows_modified",
          "trx_rows_locked",
          "trx_state");

  private final Bed bed = new Bed();
  private RunningServer running;
  private PooledConnections connections;
  private Server server;
  private Scene scene;

  abstract Distribution distribution();

  abstract String flavour();

  @BeforeEach
  void open() throws SQLException {
    running = TestServers.shared(distribution());
    server = bed.server(running);
    connections = new PooledConnections(bed);
    scene = new Scene(running, SCHEMA);
    Bed.await("the waiter waits", () -> list(false).containsKey(idOf(scene.waiter)));
    Bed.await("the sleeper sleeps", () -> list(false).containsKey(idOf(scene.sleeper)));
  }

  @AfterEach
  void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
    if (connections != null) {
      connections.close();
    }
    if (running != null) {
      try (Connection root = running.connect()) {
        Bed.run(root, "DROP DATABASE IF EXISTS " + SCHEMA);
      }
    }
  }

  /// The id that the driver learned at the handshake, so that a busy connection can be asked.
  private static long idOf(Connection connection) {
    try {
      return connection.unwrap(JdbcConnection.class).getId();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Map<Long, Map<String, String>> list(boolean idle) {
    return connections.monitor(
        server,
        session ->
            Bed.byId(
                session.query(
                    session.flavour().processList(session.facts(), idle, 200, 512), Bed::map)));
  }

  private Map<String, String> identity(long id) {
    List<Map<String, String>> rows =
        connections.monitor(
            server,
            session -> session.query(session.flavour().identity(session.facts()), Bed::map, id));
    return rows.isEmpty() ? Map.of() : rows.getFirst();
  }

  @Test
  void itIsKnownByItsOwnName() {
    connections.monitor(
        server, session -> assertThat(session.flavour().name()).isEqualTo(flavour()));
    assertThat(connections.health(server)).isInstanceOf(Health.Up.class);
  }

  @Test
  void theListHasTheSameColumnsEverywhere() {
    List<List<String>> columns =
        connections.monitor(
            server,
            session ->
                session.query(
                    session.flavour().processList(session.facts(), true, true, 1, 512),
                    row -> row.columns()));
    assertThat(columns.getFirst()).containsExactlyInAnyOrderElementsOf(COLUMNS);
  }

  @Test
  void theListShowsTheIdleHolderTheWaiterAndTheSleeperButNotUs() {
    Bed.await(
        "the holder's transaction is listed", () -> list(false).containsKey(idOf(scene.holder)));
    Map<Long, Map<String, String>> rows = list(false);
    Map<String, String> holder = rows.get(idOf(scene.holder));
    assertThat(holder)
        .containsEntry("command", "Sleep")
        .containsEntry("db", SCHEMA)
        .containsEntry("trx_rows_modified", "1")
        .containsKeys("trx_started", "trx_age_s", "trx_state");
    assertThat(Long.parseLong(holder.get("trx_age_s"))).isBetween(0L, 60L);
    Map<String, String> waiter = rows.get(idOf(scene.waiter));
    assertThat(waiter).containsEntry("info", "UPDATE stock SET qty=qty-2 WHERE id=1");
    Bed.await(
        "the waiter's transaction waits",
        () -> "LOCK WAIT".equals(list(false).get(idOf(scene.waiter)).get("trx_state")));
    Map<String, String> sleeper = rows.get(idOf(scene.sleeper));
    assertThat(sleeper.get("info")).startsWith("SELECT SLEEP(50)").hasSize(512);
    assertThat(Long.parseLong(sleeper.get("info_length"))).isGreaterThanOrEqualTo(1024);
    assertThat(sleeper).containsKeys("event_id", "timer_wait_ps");
    assertThat(Long.parseLong(sleeper.get("timer_wait_ps"))).isPositive();
    assertThat(rows).doesNotContainKey(idOf(scene.idle));
    assertThat(list(true)).containsKey(idOf(scene.idle));
    long own = connections.monitor(server, Session::connectionId);
    assertThat(list(true)).doesNotContainKey(own);
    assertThat(rows.values())
        .noneMatch(row -> List.of("Daemon", "Binlog Dump").contains(row.get("command")));
  }

  @Test
  void theWholeStatementIsToldBeyondTheListsCut() {
    List<String> whole =
        connections.monitor(
            server,
            session ->
                session.query(
                    session.flavour().fullStatement(session.facts()),
                    row -> row.text("info", ""),
                    idOf(scene.sleeper)));
    assertThat(whole).containsExactly("SELECT SLEEP(50)" + Scene.LONG_TAIL);
  }

  @Test
  void killingAStatementEndsItAndChangesTheIdentity() {
    long id = idOf(scene.sleeper);
    Map<String, String> before = identity(id);
    OptionalLong event = OptionalLong.of(Long.parseLong(before.get("event_id")));
    try (Session act = connections.action(server, "kill", Bounds.action(), false)) {
      act.execute(act.flavour().killQuery(act.facts(), id, event));
    }
    Bed.await("the statement is over", () -> "Sleep".equals(identity(id).get("command")));
    scene.start(scene.sleeper, "SELECT SLEEP(49)");
    Bed.await(
        "another statement, another identity",
        () ->
            "Query".equals(identity(id).get("command"))
                && !identity(id).get("event_id").equals(before.get("event_id")));
    assertThat(identity(id)).containsEntry("thread_id", before.get("thread_id"));
  }

  @Test
  void killingAConnectionEndsItAndKillingItAgainSaysSo() {
    long id = idOf(scene.sleeper);
    try (Session act = connections.action(server, "kill", Bounds.action(), false)) {
      act.execute(act.flavour().killConnection(act.facts(), id));
      Bed.await("it is gone", () -> identity(id).isEmpty());
      Fault again =
          catchThrowableOfType(
              Fault.class, () -> act.execute(act.flavour().killConnection(act.facts(), id)));
      assertThat(again.code()).isEqualTo(SqlFaults.NO_SUCH_THREAD);
    }
  }

  @Test
  void aReadOnlySessionIsRefusedByTheServerItself() {
    try (Session look = connections.action(server, "look", Bounds.action(), true)) {
      Fault fault =
          catchThrowableOfType(
              Fault.class,
              () -> look.query("CALL " + SCHEMA + ".write_it()", row -> row.columns()));
      assertThat(fault.code()).isEqualTo(SqlFaults.READ_ONLY);
      assertThat(fault.detail()).startsWith("1792: ");
      assertThat(catchThrowableOfType(Fault.class, () -> look.execute("DO 1")).code())
          .isEqualTo(SqlFaults.READ_ONLY);
    }
  }

  @Test
  void theServerEndsAStatementAtItsLimit() {
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () ->
                connections.monitor(
                    server,
                    session ->
                        session.query(
                            "SELECT COUNT(*) FROM information_schema.COLUMNS a, information_schema.COLUMNS b, information_schema.COLUMNS c WHERE a.COLUMN_NAME<>b.TABLE_NAME AND b.COLUMN_NAME<>c.TABLE_NAME",
                            row -> row.columns())));
    assertThat(fault.code()).isEqualTo(SqlFaults.TIME_LIMIT);
    assertThat(connections.health(server)).isInstanceOf(Health.Up.class);
  }

  @Test
  void sqlModeIsTheServersOwn() throws SQLException {
    try (Connection root = running.connect()) {
      Bed.run(root, "SET GLOBAL sql_mode='ANSI_QUOTES'");
      try (Session look = connections.action(server, "look", Bounds.action(), true)) {
        assertThat(look.query("SELECT @@sql_mode AS mode", row -> row.text("mode", "")))
            .containsExactly("ANSI_QUOTES");
        assertThat(look.query("SELECT ? AS back", row -> row.text("back", ""), "a'b\\\"c"))
            .containsExactly("a'b\\\"c");
      } finally {
        Bed.run(root, "SET GLOBAL sql_mode=DEFAULT");
      }
    }
  }

  @Test
  void ourProgramNameAndRoleCanBeSeen() {
    List<String> attributes =
        connections.monitor(
            server,
            session ->
                session.query(
                    session.flavour().attributes(session.facts()),
                    row -> row.text("name", "") + "=" + row.text("value", ""),
                    session.connectionId()));
    boolean schema = connections.monitor(server, session -> session.facts().performanceSchema());
    if (schema) {
      assertThat(attributes).contains("program_name=binnacle", "role=monitor");
    } else {
      assertThat(attributes).isEmpty();
    }
  }

  @Test
  void hostileTextsArriveWhole() throws SQLException {
    arrivesWhole("SELECT SLEEP(48) /* \u0000 \u001b[31m \u202e \u00e9 <b>&amp;'\" */");
  }

  @Test
  void aMegabyteArrivesWhole() throws SQLException {
    arrivesWhole("SELECT SLEEP(46) /* \u00e9 " + "y".repeat(1_000_000) + " */");
  }

  @Test
  void charactersOfFourBytesArrive() throws SQLException {
    String sent = "SELECT SLEEP(45) /* \ud83d\ude00 */";
    arrives(sent, keptOfFourBytes(sent));
  }

  /// What the server keeps of a text with a character of four bytes.
  String keptOfFourBytes(String sent) {
    return sent;
  }

  private void arrivesWhole(String hostile) throws SQLException {
    arrives(hostile, hostile);
  }

  private void arrives(String hostile, String kept) throws SQLException {
    try (Connection other = running.connect()) {
      scene.start(other, hostile);
      Bed.await(
          "it runs",
          () ->
              list(false)
                  .getOrDefault(idOf(other), Map.of())
                  .getOrDefault("info", "")
                  .startsWith(kept.substring(0, 16)));
      String whole =
          connections.monitor(
              server, session -> session.flavour().fullStatement(session, idOf(other)).orElse(""));
      assertThat(whole.equals(kept))
          .as("%d of %d characters", whole.length(), kept.length())
          .isTrue();
      other.abort(Runnable::run);
    }
  }

  @Test
  void bytesThatAreNoUtf8DoNotBreakTheList() throws SQLException {
    String url =
        "jdbc:mysql://%s:%d/?characterEncoding=ISO-8859-1&allowPublicKeyRetrieval=true"
            .formatted(running.host(), running.port());
    try (Connection latin = DriverManager.getConnection(url, running.user(), running.password())) {
      Bed.run(latin, "SET character_set_client=binary");
      scene.start(latin, "SELECT SLEEP(47), '\u00e9\u00ff\u0080'");
      Bed.await(
          "it runs",
          () ->
              list(false)
                  .getOrDefault(idOf(latin), Map.of())
                  .getOrDefault("info", "")
                  .startsWith("SELECT SLEEP(47)"));
      // Its bytes would stand in the way of whoever asks this server for its processes next.
      try (Connection killer = running.connect()) {
        Bed.run(killer, "KILL " + idOf(latin));
      }
      latin.abort(Runnable::run);
    }
  }

  @Test
  void anAccountWithoutPrivilegesIsToldTheGrantsAndHasThemAfterwards() throws SQLException {
    String user = "o'probe@x";
    Server poor = bed.server(running.host(), running.port(), user, "weak-Pass-1");
    try (Connection root = running.connect()) {
      Bed.run(
          root,
          "DROP USER IF EXISTS 'o''probe@x'@'%'",
          "CREATE USER 'o''probe@x'@'%' IDENTIFIED BY 'weak-Pass-1'");
      try {
        List<String> missing =
            connections.monitor(
                poor,
                session -> {
                  assertThat(session.facts().account()).isEqualTo("o'probe@x@%");
                  assertThat(session.facts().can(Capability.PROCESS)).isFalse();
                  assertThat(session.facts().notes()).isNotEmpty();
                  // Reduced, but it works.
                  assertThat(
                          session.query(
                              session.flavour().processList(session.facts(), true, 200, 512),
                              Bed::map))
                      .isEmpty();
                  return session.flavour().missingGrants(session).stream()
                      .map(grant -> grant.sql())
                      .toList();
                });
        assertThat(missing).isNotEmpty().allMatch(sql -> sql.endsWith(" TO 'o''probe@x'@'%'"));
        assertThat(missing).contains("GRANT PROCESS ON *.* TO 'o''probe@x'@'%'");
        Bed.run(root, missing.toArray(String[]::new));
        connections.forget(poor);
        connections.monitor(
            poor,
            session -> {
              assertThat(session.flavour().missingGrants(session)).isEmpty();
              Bed.await(
                  "the idle transaction of another account is seen",
                  () ->
                      Bed.byId(
                              session.query(
                                  session.flavour().processList(session.facts(), false, 200, 512),
                                  Bed::map))
                          .containsKey(idOf(scene.holder)));
              assertThat(Pulse.take(session).figure(Figure.THREADS_CONNECTED, 0)).isPositive();
              return 1;
            });
      } finally {
        Bed.run(root, "DROP USER 'o''probe@x'@'%'");
      }
    }
  }

  @Test
  void theProceduresOfManagedCloudsAreUsedWhereKillIsDenied() throws SQLException {
    Server managed = bed.server(running.host(), running.port(), "managed", "weak-Pass-2");
    try (Connection root = running.connect()) {
      Bed.run(
          root,
          "DROP PROCEDURE IF EXISTS mysql.rds_kill",
          "CREATE USER 'victim'@'%' IDENTIFIED BY 'weak-Pass-6'",
          "CREATE PROCEDURE mysql.rds_kill(IN thread BIGINT) KILL thread",
          "CREATE USER 'managed'@'%' IDENTIFIED BY 'weak-Pass-2'",
          "GRANT PROCESS ON *.* TO 'managed'@'%'",
          "GRANT EXECUTE ON PROCEDURE mysql.rds_kill TO 'managed'@'%'");
      try (Session act = connections.action(managed, "kill", Bounds.action(), false)) {
        Connection victim =
            DriverManager.getConnection(
                "jdbc:mysql://%s:%d/".formatted(running.host(), running.port()),
                "victim",
                "weak-Pass-6");
        long id = idOf(victim);
        String sql = act.flavour().killConnection(act.facts(), id);
        assertThat(sql).isEqualTo("CALL mysql.rds_kill(" + id + ")");
        act.execute(sql);
        Bed.await("it is gone", () -> identity(id).isEmpty());
        Fault fault =
            catchThrowableOfType(
                Fault.class, () -> act.execute("KILL CONNECTION " + idOf(scene.waiter)));
        assertThat(fault.code()).isEqualTo(SqlFaults.NOT_OWNER);
      } finally {
        Bed.run(
            root,
            "DROP USER 'managed'@'%'",
            "DROP USER 'victim'@'%'",
            "DROP PROCEDURE mysql.rds_kill");
      }
    }
  }

  @Test
  void thePulseTellsOfConnectionsAndWaits() {
    Bed.await(
        "the row lock wait is counted",
        () -> pulse().figure(Figure.INNODB_ROW_LOCK_CURRENT_WAITS, 0) > 0);
    Pulse pulse = pulse();
    for (Figure figure :
        List.of(
            Figure.UPTIME,
            Figure.QUESTIONS,
            Figure.COM_COMMIT,
            Figure.ABORTED_CONNECTS,
            Figure.CONNECTION_ERRORS_MAX_CONNECTIONS,
            Figure.CREATED_TMP_DISK_TABLES,
            Figure.BYTES_SENT)) {
      assertThat(pulse.figures().get(figure)).as(figure.name()).isPresent();
    }
    assertThat(pulse.figure(Figure.THREADS_CONNECTED, 0)).isGreaterThanOrEqualTo(5);
    assertThat(pulse.figure(Figure.THREADS_RUNNING, 0)).isGreaterThanOrEqualTo(2);
    assertThat(pulse.figure(Figure.MAX_CONNECTIONS, 0)).isGreaterThanOrEqualTo(100);
    assertThat(pulse.figure(Figure.READ_ONLY, -1)).isZero();
    assertThat(pulse.dumps()).isZero();
    assertThat(pulse.replica()).isFalse();
    // Statements of scenes before this one may still run.
    assertThat(pulse.active()).isBetween(2L, 200L);
    assertThat(pulse.doing()).anyMatch(one -> one.state().equals("User sleep"));
    assertThat(pulse.longest())
        .anyMatch(one -> one.sql().startsWith("SELECT SLEEP(50)") && one.sql().length() == 120);
    assertThat(pulse.engine().orElseThrow().history()).isNotNegative();
    assertThat(pulse.engine().orElseThrow().deadlocks()).isNotNegative();
    assertThat(pulse.variables()).isPresent();
  }

  @Test
  void thePulseNamesTheOldestIdleTransaction() {
    Bed.await(
        "the waiter's transaction waits", () -> pulse().transactions().orElseThrow().waitS() >= 0);
    Bed.await(
        "the holder is seen idle",
        () -> pulse().transactions().orElseThrow().idleId() == idOf(scene.holder));
    Pulse.Transactions open = pulse().transactions().orElseThrow();
    assertThat(open.idleId()).isEqualTo(idOf(scene.holder));
    assertThat(open.idleUser()).isNotEmpty();
    assertThat(open.idleS()).isBetween(0L, 60L);
    assertThat(open.oldestS()).isGreaterThanOrEqualTo(open.idleS());
  }

  @Test
  void aLightLookBringsLessThanTwoKilobytes() {
    long bytes =
        connections.monitor(
            server,
            session -> {
              long before = bytesSent(session);
              Pulse.take(session, Set.of(PulsePart.LIGHT, PulsePart.CLIENTS));
              return bytesSent(session) - before;
            });
    System.out.printf("light look, %s: %,d bytes%n", distribution(), bytes);
    assertThat(bytes).isBetween(500L, 2048L);
  }

  private static long bytesSent(Session session) {
    return session
        .query("SHOW SESSION STATUS LIKE 'Bytes_sent'", row -> row.number("Value", 0))
        .getFirst();
  }

  @Test
  void theHashOfTheVariablesChangesWithAVariable() throws SQLException {
    long before = pulse().variables().orElseThrow();
    assertThat(pulse().variables()).hasValue(before);
    try (Connection root = running.connect()) {
      Bed.run(root, "SET GLOBAL long_query_time=9.5");
      try {
        assertThat(pulse().variables().orElseThrow()).isNotEqualTo(before);
      } finally {
        Bed.run(root, "SET GLOBAL long_query_time=10");
      }
      assertThat(pulse().variables()).hasValue(before);
    }
  }

  private Pulse pulse() {
    return connections.monitor(server, session -> Pulse.take(session));
  }

  @Test
  void aRoundNamesTheStatementThatFailed() {
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () ->
                connections.monitor(
                    server,
                    session -> {
                      session.round(
                          List.of(
                              new Ask<>("SELECT 1", row -> 1, rows -> {}),
                              new Ask<>("SELECT 2 FROM nowhere.at_all", row -> 1, rows -> {})));
                      return 1;
                    }));
    assertThat(fault.detail()).contains("nowhere.at_all");
  }

  @Test
  void abortFromAnotherThreadEndsTheWait() {
    try (Session look = connections.action(server, "look", Bounds.action(), true)) {
      Thread.ofVirtual()
          .start(
              () -> {
                Bed.await("it sleeps", () -> list(false).containsKey(look.connectionId()));
                look.abort();
              });
      Fault fault =
          catchThrowableOfType(
              Fault.class, () -> look.query("SELECT SLEEP(4)", row -> row.columns()));
      assertThat(fault.code()).isEqualTo(ConnectFaults.LOST);
    }
  }
}
