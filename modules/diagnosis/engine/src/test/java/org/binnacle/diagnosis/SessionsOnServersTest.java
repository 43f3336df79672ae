package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.binnacle.diagnosis.health.Role;
import org.binnacle.diagnosis.kill.Confirmation;
import org.binnacle.diagnosis.kill.Course;
import org.binnacle.diagnosis.kill.Kill;
import org.binnacle.diagnosis.kill.KillOutcome;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.KillResult;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.kill.Verdict;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.StuckProxy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("server")
class SessionsOnServersTest {
  private final FakeAudit audit = new FakeAudit();

  static List<Distribution> all() {
    return TestServers.available();
  }

  private static Server server(RunningServer running) {
    return RealServers.server(
        running.distribution().name(),
        running.host(),
        running.port(),
        running.user(),
        Safety.RELAXED);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aSleepAppearsIsKilledAndIsGoneAndAudited(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    BlockingQueue<Merged> scenes = new LinkedBlockingQueue<>();
    try (Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis = RealServers.diagnosis(connections, audit, List.of(server));
        Scene scene = new Scene(running);
        var watch = diagnosis.watch(List.of(server.ref()), Duration.ofMillis(500), scenes::add)) {
      long id = scene.start("SELECT SLEEP(61)");
      ProcessRow seen = until(scenes, row -> row.sql().contains("SLEEP(61)"));
      assertThat(seen.id()).isEqualTo(id);
      assertThat(seen.kind()).isEqualTo(Kind.ACTIVE);
      assertThat(seen.user()).isEqualTo(running.user());
      // performance_schema.threads knows the address without the port.
      assertThat(seen.client().ip()).isNotEmpty();
      assertThat(diagnosis.session().detail(seen).sql()).contains("SELECT SLEEP(61)");

      Kill kill = diagnosis.kill();
      KillPlan plan = kill.plan(server, Verb.QUERY, List.of(Target.of(seen)));
      assertThat(plan.victims().getFirst().verdict()).isEqualTo(new Verdict.Go(false));
      var results = kill.run(plan, Confirmation.yes(), "test", Course.standard());
      assertThat(results.getFirst().outcome()).isInstanceOf(KillOutcome.Ended.class);
      untilNone(scenes, row -> row.sql().contains("SLEEP(61)"));
      assertThat(audit.outcomes())
          .containsExactly(AuditEntry.Outcome.ASKED, AuditEntry.Outcome.DONE);
      assertThat(audit.entries.getFirst().detail()).contains("SLEEP(61)");
      assertThat(watch).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anIdleTransactionIsNoSleeperAndItsWaiterIsBlocked(Distribution distribution)
      throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    BlockingQueue<Merged> scenes = new LinkedBlockingQueue<>();
    try (TestSchema schema = TestSchema.on(running);
        Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis = RealServers.diagnosis(connections, audit, List.of(server));
        Scene waiter = new Scene(running);
        Connection idle = schema.connect();
        var watch = diagnosis.watch(List.of(server.ref()), Duration.ofMillis(500), scenes::add)) {
      schema.run(
          "CREATE TABLE stock (id INT PRIMARY KEY, qty INT) ENGINE=InnoDB",
          "INSERT INTO stock VALUES (7, 1)");
      idle.setAutoCommit(false);
      try (Statement statement = idle.createStatement()) {
        statement.execute("UPDATE stock SET qty=2 WHERE id=7");
      }
      waiter.start("UPDATE " + schema.name() + ".stock SET qty=3 WHERE id=7");
      ProcessRow owner = until(scenes, row -> row.kind() == Kind.IDLE_IN_TRX);
      assertThat(owner.trx().orElseThrow().rowsModified()).isEqualTo(1);
      assertThat(owner.trx().orElseThrow().ageUs()).isBetween(0L, 300_000_000L);
      ProcessRow blocked = until(scenes, ProcessRow::blocked);
      assertThat(blocked.sql()).contains("qty=3");
      KillPlan plan = diagnosis.kill().plan(server, Verb.CONNECTION, List.of(Target.of(owner)));
      assertThat(plan.rowsToRollBack()).isEqualTo(1);
      idle.rollback();
      assertThat(watch).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anotherStatementByThenIsSkippedAndOurselvesAreProtected(Distribution distribution)
      throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    try (Connections connections = RealServers.connections(running.password());
        Scene scene = new Scene(running)) {
      Kill kill = RealServers.kill(connections, audit);
      long id = scene.start("SELECT SLEEP(62)");
      untilRuns(connections, server, id, "SLEEP(62)");
      KillPlan plan = kill.plan(server, Verb.QUERY, List.of(Target.of(id)));
      scene.stop();
      scene.again("SELECT SLEEP(63)");
      untilRuns(connections, server, id, "SLEEP(63)");
      KillResult result = kill.run(plan, Confirmation.yes(), "", Course.standard()).getFirst();
      assertThat(result.outcome()).isInstanceOf(KillOutcome.Changed.class);
      long own = connections.monitor(server, session -> session.connectionId());
      assertThat(
              kill.plan(server, Verb.CONNECTION, List.of(Target.of(own)))
                  .victims()
                  .getFirst()
                  .verdict())
          .isInstanceOf(Verdict.Protected.class);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anAccountThatMayNotKillIsToldTheGrant(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    try (TestAccount account =
            TestAccount.on(running, "PROCESS ON *.*", "SELECT ON performance_schema.*");
        Connections connections = RealServers.connections(account.password());
        Scene scene = new Scene(running)) {
      Server server =
          RealServers.server(
              "poor", running.host(), running.port(), account.user(), Safety.RELAXED);
      long id = scene.start("SELECT SLEEP(64)");
      untilRuns(connections, server, id, "SLEEP(64)");
      Kill kill = RealServers.kill(connections, audit);
      KillPlan plan = kill.plan(server, Verb.QUERY, List.of(Target.of(id)));
      KillResult result = kill.run(plan, Confirmation.yes(), "", Course.standard()).getFirst();
      assertThat(result.outcome()).isInstanceOf(KillOutcome.Denied.class);
      assertThat(result.outcome().words()).contains("GRANT").contains(account.user());
      assertThat(audit.outcomes())
          .containsExactly(AuditEntry.Outcome.ASKED, AuditEntry.Outcome.FAILED);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anAccountWithoutPrivilegesIsToldWhatItMayNotSee(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    try (TestAccount account = TestAccount.on(running);
        Connections connections = RealServers.connections(account.password());
        Diagnosis diagnosis = RealServers.diagnosis(connections, audit, List.of())) {
      Server server =
          RealServers.server(
              "blind", running.host(), running.port(), account.user(), Safety.RELAXED);
      var snapshot = diagnosis.sessions(server, Want.active().withIdle(true));
      assertThat(snapshot.denied()).contains("PROCESS");
      assertThat(snapshot.rows()).allMatch(row -> row.user().equals(account.user()));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aHungServerLeavesTheOthersTicking(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server live = server(running);
    BlockingQueue<Merged> scenes = new LinkedBlockingQueue<>();
    try (StuckProxy proxy = new StuckProxy(running.host(), running.port())) {
      Server stuck =
          RealServers.server("stuck", "127.0.0.1", proxy.port(), running.user(), Safety.RELAXED);
      try (Connections connections = RealServers.connections(running.password());
          Diagnosis diagnosis = RealServers.diagnosis(connections, audit, List.of(live, stuck));
          var watch =
              diagnosis.watch(
                  List.of(live.ref(), stuck.ref()), Duration.ofMillis(500), scenes::add)) {
        untilScene(
            scenes, scene -> scene.looks().stream().allMatch(look -> look.snapshot().isPresent()));
        proxy.stick();
        Instant stuckAt = Instant.now();
        untilScene(
            scenes,
            scene ->
                scene
                    .looks()
                    .getFirst()
                    .snapshot()
                    .orElseThrow()
                    .at()
                    .isAfter(stuckAt.plusSeconds(2)));
        Merged told = untilScene(scenes, scene -> scene.looks().getLast().fault().isPresent());
        assertThat(told.looks().getFirst().fault()).isEmpty();
        assertThat(told.looks().getLast().snapshot()).isPresent();
        assertThat(watch).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theFleetsPulseKnowsTheLivingAndTheDead(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server live = server(running);
    Server dead = RealServers.server("dead", "127.0.0.1", 1, running.user(), Safety.RELAXED);
    BlockingQueue<FleetState> states = new LinkedBlockingQueue<>();
    try (Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis = RealServers.diagnosis(connections, audit, List.of(live, dead));
        var pulse = diagnosis.pulse(Duration.ofSeconds(1), states::add)) {
      FleetState state = states.poll(10, TimeUnit.SECONDS);
      while (state != null
          && (state.of(live.id()).flatMap(beat -> beat.at()).isEmpty()
              || state.of(dead.id()).filter(beat -> beat.down()).isEmpty())) {
        state = states.poll(10, TimeUnit.SECONDS);
      }
      assertThat(state).isNotNull();
      var beat = state.of(live.id()).orElseThrow();
      assertThat(beat.role()).isEqualTo(Role.ALONE);
      assertThat(beat.version()).isEqualTo(running.version());
      assertThat(beat.vitals().orElseThrow().load().connected()).isPositive();
      assertThat(state.of(dead.id()).orElseThrow().severity()).isEqualTo(Severity.CRITICAL);
      assertThat(state.problems().getFirst().instance().name()).isEqualTo("dead");
      assertThat(pulse).isNotNull();
    }
  }

  private static ProcessRow until(BlockingQueue<Merged> scenes, Predicate<ProcessRow> wanted)
      throws InterruptedException {
    Merged found = untilScene(scenes, scene -> scene.rows().stream().anyMatch(wanted));
    return found.rows().stream().filter(wanted).findFirst().orElseThrow();
  }

  private static void untilNone(BlockingQueue<Merged> scenes, Predicate<ProcessRow> unwanted)
      throws InterruptedException {
    untilScene(scenes, scene -> scene.rows().stream().noneMatch(unwanted));
  }

  private static Merged untilScene(BlockingQueue<Merged> scenes, Predicate<Merged> wanted)
      throws InterruptedException {
    Instant end = Instant.now().plusSeconds(30);
    while (Instant.now().isBefore(end)) {
      Merged scene = scenes.poll(1, TimeUnit.SECONDS);
      if (scene != null && wanted.test(scene)) {
        return scene;
      }
    }
    throw new AssertionError("not seen within 30 s");
  }

  private static void untilRuns(Connections connections, Server server, long id, String sql) {
    Instant end = Instant.now().plusSeconds(20);
    while (Instant.now().isBefore(end)) {
      Optional<String> now =
          connections.monitor(
              server,
              session ->
                  session
                      .query(
                          session.flavour().identity(session.facts()),
                          row -> row.text("info", ""),
                          id)
                      .stream()
                      .findFirst());
      if (now.orElse("").contains(sql)) {
        return;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError(sql + " does not run");
  }

  /// A connection that runs statements without waiting for them.
  private static final class Scene implements AutoCloseable {
    private final RunningServer running;
    private final Connection connection;
    private final Thread[] runner = new Thread[1];

    Scene(RunningServer running) throws SQLException {
      this.running = running;
      this.connection = running.connect();
    }

    long start(String sql) throws SQLException {
      long id;
      try (Statement statement = connection.createStatement();
          var found = statement.executeQuery("SELECT CONNECTION_ID()")) {
        found.next();
        id = found.getLong(1);
      }
      again(sql);
      return id;
    }

    void again(String sql) {
      runner[0] =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Statement statement = connection.createStatement()) {
                      statement.execute(sql);
                    } catch (SQLException ended) {
                      Thread.currentThread().interrupt();
                    }
                  });
    }

    /// Ends the running statement behind everybody's back.
    void stop() throws Exception {
      long id = number(connection);
      try (Connection other = running.connect();
          Statement statement = other.createStatement()) {
        statement.execute("KILL QUERY " + id);
      }
      runner[0].join();
    }

    private static long number(Connection connection) throws SQLException {
      return connection.unwrap(com.mysql.cj.jdbc.JdbcConnection.class).getSession().getThreadId();
    }

    @Override
    public void close() throws SQLException {
      try (Connection other = running.connect();
          Statement statement = other.createStatement()) {
        statement.execute("KILL " + number(connection));
      } catch (SQLException alreadyGone) {
        // The test has killed it.
      }
      connection.close();
    }
  }
}
