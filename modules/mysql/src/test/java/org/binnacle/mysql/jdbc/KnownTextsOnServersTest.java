package org.binnacle.mysql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Ask;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.SqlFaults;
import org.binnacle.mysql.contract.Bed;
import org.binnacle.mysql.pulse.Figure;
import org.binnacle.mysql.pulse.Pulse;
import org.binnacle.mysql.pulse.PulsePart;
import org.binnacle.mysql.ssh.SshTunnels;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Statements that a server keeps for us answer as those that it does not.
@SuppressWarnings({"NullAway", "try"})
@Tag("server")
class KnownTextsOnServersTest {
  private static final Set<PulsePart> LIGHT = Set.of(PulsePart.LIGHT, PulsePart.CLIENTS);

  private final Bed bed = new Bed();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final SshTunnels tunnels = new SshTunnels(bed);
  private final JdbcDialer dialer = new JdbcDialer(bed, tunnels, clock);

  static List<Distribution> all() {
    return TestServers.available();
  }

  @AfterEach
  void close() {
    dialer.close();
    tunnels.close();
    clock.shutdownNow();
  }

  private Link dial(RunningServer running) {
    return dialer.open(bed.server(running), "test", Bounds.monitoring(), true, true);
  }

  private static JdbcSession session(Link link) {
    return new JdbcSession(link, link.connection(), () -> {});
  }

  private static long executed(JdbcSession session) {
    return session
        .query(
            "SHOW SESSION STATUS WHERE Variable_name='Com_execute_sql'",
            row -> row.number("Value", 0))
        .getFirst();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPulseThatTheServerKeepsIsFresh(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connection root = running.connect();
        Link link = dial(running)) {
      JdbcSession session = session(link);
      Pulse first = Pulse.take(session, LIGHT);
      assertThat(Pulse.take(session, LIGHT).figures().get(Figure.UPTIME)).isPresent();
      assertThat(executed(session)).isZero();
      long sleeper = scene.sleeper(50);
      long most = first.figure(Figure.MAX_CONNECTIONS, 0);
      Bed.run(root, "SET GLOBAL max_connections=" + (most + 7), "SET GLOBAL read_only=1");
      try {
        Bed.await(
            "the sleeper is told",
            () ->
                Pulse.take(session, LIGHT).longest().stream().anyMatch(one -> one.id() == sleeper));
        Pulse kept = Pulse.take(session, LIGHT);
        assertThat(executed(session)).isGreaterThanOrEqualTo(2);
        assertThat(kept.figure(Figure.MAX_CONNECTIONS, 0)).isEqualTo(most + 7);
        assertThat(kept.figure(Figure.READ_ONLY, 0)).isOne();
        assertThat(kept.figure(Figure.QUESTIONS, 0))
            .isGreaterThan(first.figure(Figure.QUESTIONS, 0));
        assertThat(kept.doing()).anyMatch(one -> one.state().equals("User sleep"));
        // Asked for a part more, the answers still go where they belong.
        for (int i = 0; i < 3; i++) {
          Pulse whole = Pulse.take(session, PulsePart.all());
          assertThat(whole.figures().get(Figure.UPTIME)).isPresent();
          assertThat(whole.engine().orElseThrow().history()).isNotNegative();
          assertThat(whole.variables()).isPresent();
          assertThat(whole.channels().orElseThrow()).isEmpty();
        }
      } finally {
        Bed.run(root, "SET GLOBAL max_connections=" + most, "SET GLOBAL read_only=0");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aKeptStatementHasItsLimit(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(running);
        Connection root = running.connect();
        Link link = dial(running)) {
      JdbcSession session = session(link);
      String table = schema.name() + ".n";
      Bed.run(
          root, "CREATE TABLE " + table + " (i INT)", "INSERT INTO " + table + " VALUES (1),(2)");
      String sql =
          "SELECT /* binnacle:slow "
              + "- ".repeat(100)
              + "*/ COUNT(*) AS many FROM %1$s a, %1$s b, %1$s c WHERE a.i+b.i+c.i<0"
                  .formatted(table);
      var asks =
          List.<Ask<?>>of(
              new Ask<>(
                  sql,
                  row -> row.number("many", -1),
                  told -> assertThat(told).containsExactly(0L)));
      session.round(asks);
      session.round(asks);
      session.round(asks);
      assertThat(executed(session)).isOne();
      Bed.run(root, "INSERT INTO " + table + " VALUES (3)" + ",(4)".repeat(3_000));
      long start = System.nanoTime();
      Fault fault = catchThrowableOfType(Fault.class, () -> session.round(asks));
      assertThat(fault.code()).isEqualTo(SqlFaults.TIME_LIMIT);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void whereNamesGetLostTheTextIsAsked() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    try (Link link = dial(running)) {
      JdbcSession session = session(link);
      var texts = new ArrayList<String>();
      for (int i = 0; i < 3; i++) {
        Pulse.take(session, LIGHT);
      }
      assertThat(executed(session)).isOne();
      texts.add(link.flavour().pulse(link.facts()).withClients().orElseThrow());
      String word = link.known().word(texts.getFirst());
      assertThat(word).startsWith("EXECUTE binnacle_pulse_");
      try (Statement statement = link.connection().createStatement()) {
        statement.execute(word.replace("EXECUTE", "DEALLOCATE PREPARE"));
      }
      assertThat(Pulse.take(session, LIGHT).figures().get(Figure.UPTIME)).isPresent();
      assertThat(Pulse.take(session, LIGHT).figures().get(Figure.UPTIME)).isPresent();
      assertThat(link.known().word(texts.getFirst())).isEqualTo(texts.getFirst());
    }
  }

  @Test
  void aServerThatKeepsNothingIsAskedByText() throws Exception {
    try (RunningServer running =
            TestServers.start(
                Distribution.MYSQL_8_0, Launch.plain().with("--max-prepared-stmt-count=0"));
        Link link = dial(running)) {
      JdbcSession session = session(link);
      for (Integer _ : Collections.nCopies(4, 0)) {
        assertThat(Pulse.take(session, LIGHT).figures().get(Figure.UPTIME)).isPresent();
      }
      assertThat(executed(session)).isZero();
    }
  }
}
