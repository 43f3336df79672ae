package org.binnacle.explain.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.binnacle.explain.live.Confirmation;
import org.binnacle.explain.live.ExplainFaults;
import org.binnacle.explain.live.RealServers;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("server")
final class TrialTest {
  private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

  private final AuditLog audit =
      new AuditLog() {
        @Override
        public void append(AuditEntry entry) {
          entries.add(entry);
        }

        @Override
        public List<AuditEntry> newest(Optional<Instant> since, String containing, int limit) {
          return entries;
        }
      };

  static List<Distribution> distributions() {
    return TestServers.available();
  }

  private static final String SQL = "SELECT note FROM orders WHERE state = 7";

  private final Set<String> steps = ConcurrentHashMap.newKeySet();

  private static void fill(TestSchema schema) throws SQLException {
    schema.run(
        "CREATE TABLE ten (n INT PRIMARY KEY)",
        "INSERT INTO ten VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)",
        """
        CREATE TABLE orders (id INT PRIMARY KEY, state INT NOT NULL, note VARCHAR(40),
          twice INT AS (state * 2) VIRTUAL)""",
        """
        INSERT INTO orders (id, state, note)
        SELECT a.n + 10*b.n + 100*c.n, a.n + 10*b.n, 'x' FROM ten a, ten b, ten c""",
        "ANALYZE TABLE orders");
  }

  private Trials trials(RealServers servers) {
    return new Trials(
        servers.connections, servers, servers.explaining, audit, "anna", Clock.systemUTC());
  }

  private static TrialRequest request(
      RealServers servers,
      InstanceRef it,
      TestSchema schema,
      String sql,
      TrialMethod method,
      boolean measured) {
    Optional<String> database = Optional.of(schema.name());
    var advising = new Advising(servers.connections, servers);
    var advice = (Advice.Given) advising.advise(it, database, SQL);
    return new TrialRequest(
        TrialRequest.newMark(),
        it,
        database,
        sql,
        advice.candidates(),
        advising.tables(it, database, SQL),
        method,
        measured,
        Duration.ofSeconds(60),
        Confirmation.none());
  }

  private TrialResult run(Trials trials, TrialRequest request, Cancel cancel) {
    return trials.run(request, (what, done, total) -> steps.add(what), cancel);
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void aCandidateIsTriedOnASampleAndNothingStays(Distribution distribution) throws SQLException {
    RunningServer server = TestServers.shared(distribution);
    try (var servers = new RealServers();
        TestSchema schema = TestSchema.on(server)) {
      fill(schema);
      InstanceRef it = servers.of(server, Safety.RELAXED);
      var sample = new TrialMethod.Sample(500);
      TrialRequest request = request(servers, it, schema, SQL, sample, false);
      assertThat(request.candidates().getFirst().columns()).containsExactly("state");
      assertThat(request.candidates().getFirst().bytes()).isPresent();
      TrialResult result = run(trials(servers), request, Cancel.never());
      assertThat(result.tries()).hasSize(2).allMatch(TrialResult.Try::used);
      assertThat(result.left()).isEmpty();
      assertThat(result.notes()).isEmpty();
      assertThat(entries.stream().map(AuditEntry::outcome))
          .containsExactly(AuditEntry.Outcome.ASKED, AuditEntry.Outcome.DONE);
      String qualified = SQL.replace("orders", schema.name() + ".orders");
      assertThat(
              catchThrowableOfType(
                      Fault.class,
                      () ->
                          run(
                              trials(servers),
                              request(servers, it, schema, qualified, sample, false),
                              Cancel.never()))
                  .code())
          .isEqualTo(ExplainFaults.QUALIFIED);
      assertThat(left(server)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void anInvisibleIndexIsUsedByTheTrialOnlyAndGoneBehindIt(Distribution distribution)
      throws SQLException {
    RunningServer server = TestServers.shared(distribution);
    try (var servers = new RealServers();
        TestSchema schema = TestSchema.on(server)) {
      fill(schema);
      InstanceRef it = servers.of(server, Safety.RELAXED);
      var invisible = new TrialMethod.Invisible();
      TrialRequest request = request(servers, it, schema, SQL, invisible, true);
      boolean can = distribution == Distribution.MYSQL_8_0 || distribution == Distribution.MYSQL_9;
      if (!can) {
        assertThat(
                catchThrowableOfType(
                        Fault.class, () -> run(trials(servers), request, Cancel.never()))
                    .code())
            .isEqualTo(ExplainFaults.NO_INVISIBLE);
        assertThat(entries).isEmpty();
        return;
      }
      String position = binlog(server);
      TrialResult result = run(trials(servers), request, Cancel.never());
      assertThat(result.before().plan().analysed()).isTrue();
      assertThat(result.before().plan().nodes()).noneMatch(node -> node.index().isPresent());
      assertThat(result.tries()).hasSize(2).allMatch(TrialResult.Try::used);
      assertThat(result.tries()).allMatch(one -> one.after().plan().analysed());
      assertThat(result.left()).isEmpty();
      assertThat(entries.stream().map(entry -> entry.sql().split(" ")[0] + entry.outcome()))
          .containsExactly(
              "CREATEASKED", "CREATEDONE", "DROPDONE", "CREATEASKED", "CREATEDONE", "DROPDONE");
      assertThat(entries.getFirst().sql())
          .contains("INVISIBLE ALGORITHM=INPLACE LOCK=NONE")
          .isEqualTo(request.statements().getFirst());
      assertThat(left(server)).isEmpty();
      assertThat(binlog(server)).isEqualTo(position);
    }
  }

  @Test
  void aTrialThatIsCancelledInItsMiddleTakesTheIndexBack() throws SQLException {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    try (var servers = new RealServers();
        TestSchema schema = TestSchema.on(server)) {
      fill(schema);
      InstanceRef it = servers.of(server, Safety.RELAXED);
      TrialRequest request = request(servers, it, schema, SQL, new TrialMethod.Invisible(), false);
      var cancel = new Cancel();
      var there = new ArrayList<String>();
      Thread caller = Thread.currentThread();
      Fault fault =
          catchThrowableOfType(
              Fault.class,
              () ->
                  trials(servers)
                      .run(
                          request,
                          (what, done, total) -> {
                            if (what.startsWith("asking")) {
                              there.addAll(left(server));
                              caller.interrupt(); // as the task bar does it
                              cancel.ask();
                            }
                          },
                          cancel));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(fault.code()).isEqualTo(Fault.CANCELLED);
      assertThat(there).hasSize(1);
      assertThat(left(server)).isEmpty();
      assertThat(entries.getLast().outcome()).isEqualTo(AuditEntry.Outcome.DONE);
      assertThat(entries.getLast().sql()).startsWith("DROP INDEX");
    }
  }

  @Test
  void aTrialWhoseConnectionIsLostTakesTheIndexBackOnAnother() throws SQLException {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    try (var servers = new RealServers();
        TestSchema schema = TestSchema.on(server)) {
      fill(schema);
      InstanceRef it = servers.of(server, Safety.RELAXED);
      TrialRequest request = request(servers, it, schema, SQL, new TrialMethod.Invisible(), false);
      Fault fault =
          catchThrowableOfType(
              Fault.class,
              () ->
                  trials(servers)
                      .run(
                          request,
                          (what, done, total) -> {
                            if (what.startsWith("dropping") && done == 0) {
                              killTrial(server);
                            }
                          },
                          Cancel.never()));
      // The second candidate finds no connection; the index of the first is gone all the same.
      assertThat(fault.code().id()).startsWith("connect.");
      assertThat(left(server)).isEmpty();
      assertThat(entries.stream().map(entry -> entry.sql().split(" ")[0] + entry.outcome()))
          .containsExactly(
              "CREATEASKED", "CREATEDONE", "DROPDONE", "CREATEASKED", "CREATEUNKNOWN", "DROPDONE");
    }
  }

  @Test
  void closingTheDoorEndsATrialAndWaitsUntilNothingIsLeft() throws Exception {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    try (var servers = new RealServers();
        TestSchema schema = TestSchema.on(server)) {
      fill(schema);
      InstanceRef it = servers.of(server, Safety.RELAXED);
      TrialRequest request = request(servers, it, schema, SQL, new TrialMethod.Invisible(), false);
      var made = new CountDownLatch(1);
      var closing = new CountDownLatch(1);
      Trials trials = trials(servers);
      var asked =
          CompletableFuture.runAsync(
              () ->
                  trials.run(
                      request,
                      (what, done, total) -> {
                        if (what.startsWith("asking")) {
                          made.countDown();
                          awaited(closing);
                        }
                      },
                      Cancel.never()));
      awaited(made);
      assertThat(left(server)).hasSize(1);
      closing.countDown();
      trials.close();
      assertThat(left(server)).isEmpty();
      assertThat(asked).failsWithin(Duration.ofSeconds(20));
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("waited in vain");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theNameIsTypedWhereCareIsAskedFor() throws SQLException {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    try (var servers = new RealServers();
        TestSchema schema = TestSchema.on(server)) {
      fill(schema);
      InstanceRef it = servers.of(server, Safety.STRICT);
      TrialRequest request = request(servers, it, schema, SQL, new TrialMethod.Invisible(), false);
      assertThat(
              catchThrowableOfType(Fault.class, () -> run(trials(servers), request, Cancel.never()))
                  .code())
          .isEqualTo(ExplainFaults.NEEDS_NAME);
      assertThat(entries).isEmpty();
      TrialResult done =
          run(trials(servers), request.confirmed(new Confirmation(it.name())), Cancel.never());
      assertThat(done.tries()).allMatch(TrialResult.Try::used);
    }
  }

  @Test
  void anAccountThatCannotLeaveTheBinaryLogOutTriesNoInvisibleIndex() throws SQLException {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    if (binlog(server).isEmpty()) {
      return; // it has no binary log: nothing could be logged
    }
    try (var servers = new RealServers();
        TestSchema schema = TestSchema.on(server);
        TestAccount account =
            TestAccount.on(server, "ALL PRIVILEGES ON `" + schema.name() + "`.*")) {
      fill(schema);
      InstanceRef it = servers.of(server, account);
      TrialRequest request = request(servers, it, schema, SQL, new TrialMethod.Invisible(), false);
      assertThat(
              catchThrowableOfType(Fault.class, () -> run(trials(servers), request, Cancel.never()))
                  .code())
          .isEqualTo(ExplainFaults.LOGGED);
      assertThat(entries).isEmpty();
      assertThat(left(server)).isEmpty();
    }
  }

  private static void killTrial(RunningServer server) {
    try (var connection = server.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT PROCESSLIST_ID FROM performance_schema.session_connect_attrs
                WHERE ATTR_NAME = 'role' AND ATTR_VALUE = 'trial'""")) {
      assertThat(rows.next()).isTrue();
      long id = rows.getLong(1);
      try (var kill = connection.createStatement()) {
        kill.execute("KILL " + id);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /// What trials left on a server: schemas and indexes.
  private static List<String> left(RunningServer server) {
    var names = new ArrayList<String>();
    try (var connection = server.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT DISTINCT INDEX_NAME FROM information_schema.STATISTICS
                WHERE INDEX_NAME LIKE 'binnacle%'
                UNION SELECT SCHEMA_NAME FROM information_schema.SCHEMATA
                WHERE SCHEMA_NAME LIKE 'binnacle%'""")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return names;
  }

  /// Where the binary log ends; empty where there is none.
  private static String binlog(RunningServer server) throws SQLException {
    try (var connection = server.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SHOW "
                    + (server.distribution() == Distribution.MYSQL_9
                        ? "BINARY LOG STATUS"
                        : "MASTER STATUS"))) {
      return rows.next() ? rows.getString(1) + ":" + rows.getLong(2) : "";
    }
  }
}
