package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.binnacle.diagnosis.incident.Capture;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.CaptureState;
import org.binnacle.diagnosis.incident.Difference;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Trigger;
import org.binnacle.diagnosis.incident.TriggerWatch;
import org.binnacle.diagnosis.incident.report.IncidentJson;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("NullAway")
@Tag("server")
class CaptureOnServersTest {

  static List<Distribution> all() {
    return TestServers.available();
  }

  private static Server server(RunningServer running, String user) {
    return RealServers.server(
        running.distribution().name(), running.host(), running.port(), user, Safety.RELAXED);
  }

  private static Incident take(Connections connections, Server server) {
    return new Capture(connections, Clock.systemUTC())
        .take(List.of(server), CaptureOptions.byHand(), state -> {}, new Cancel());
  }

  private static Finding finding(Incident incident, String rule) {
    return incident.findings().stream()
        .filter(one -> one.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(rule + " is not among " + incident.findings()));
  }

  private static Part part(Incident incident, String step) {
    return incident.recorded().getFirst().part(step).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aRowLockPileNamesTheIdleTransactionThatHoldsTheRow(Distribution distribution)
      throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running, running.user());
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connections connections = RealServers.connections(running.password())) {
      Incident before = take(connections, server);
      long blocker = scene.idleInTransaction(7);
      scene.rowLockWait(7);
      scene.rowLockWait(7);
      var told = new CopyOnWriteArrayList<CaptureState>();
      Incident incident =
          new Capture(connections, Clock.systemUTC())
              .take(List.of(server), CaptureOptions.byHand(), told::add, new Cancel());
      Finding finding = finding(incident, "locks.idle-blocker");
      assertThat(finding.words()).contains("#" + blocker + " ").contains("2 sessions wait");
      assertThat(finding.next()).contains("kill TARGET " + blocker + " --connection");
      assertThat(incident.recorded().getFirst().parts()).hasSize(11);
      assertThat(incident.recorded().getFirst().parts())
          .as(
              String.valueOf(
                  incident.recorded().getFirst().parts().stream().map(Part::detail).toList()))
          .allMatch(part -> part.status() == Part.Status.OK);
      assertThat(incident.took()).isLessThan(Duration.ofSeconds(6));
      assertThat(told).hasSize(22);
      assertThat(part(incident, "sessions").grids().get("all").lines())
          .anyMatch(line -> line.number("id", 0) == blocker);
      assertThat(part(incident, "tables").texts()).containsKey(schema.name() + ".scene");
      // What was kept is what is read again.
      assertThat(IncidentJson.read(IncidentJson.write(incident)).recorded())
          .isEqualTo(incident.recorded());
      var locks =
          Difference.of(before, incident).stream()
              .filter(area -> area.name().equals("locks"))
              .findFirst()
              .orElseThrow();
      assertThat(locks.counts()).startsWith("3 new");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aMetadataLockPileNamesTheReaderAndTheDdl(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running, running.user());
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connections connections = RealServers.connections(running.password())) {
      List<Long> ids = scene.metadataLockPile(2);
      Incident incident = take(connections, server);
      Finding finding = finding(incident, "locks.metadata-pile");
      assertThat(finding.words()).contains("metadata lock");
      assertThat(finding.words() + finding.evidence() + finding.next())
          .contains("#" + ids.get(0))
          .contains(String.valueOf(ids.get(1)));
    }
  }

  @Test
  void aFullServerIsCapturedThroughTheConnectionThatIsHeld() throws Exception {
    for (Distribution distribution : List.of(Distribution.MYSQL_8_0, Distribution.MARIADB_11_4)) {
      try (RunningServer running =
              TestServers.start(distribution, Launch.plain().with("--max-connections=12"));
          TestAccount account =
              TestAccount.on(
                  running,
                  distribution == Distribution.MYSQL_8_0
                      ? "PROCESS, REPLICATION CLIENT ON *.*"
                      : "PROCESS, BINLOG MONITOR, REPLICA MONITOR ON *.*",
                  "SELECT ON performance_schema.*");
          Connections connections = RealServers.connections(account.password())) {
        Server server = server(running, account.user());
        connections.monitor(server, session -> session.connectionId());
        var held = new ArrayList<Connection>();
        try {
          fill(running, account, held);
          Incident incident = take(connections, server);
          Finding finding = finding(incident, "connections.full");
          assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
          assertThat(finding.words()).contains("12").contains("only sleep");
          assertThat(part(incident, "sessions").status()).isEqualTo(Part.Status.OK);
          assertThat(part(incident, "variables").status()).isEqualTo(Part.Status.OK);
          assertThat(part(incident, "innodb").status()).isEqualTo(Part.Status.OK);
        } finally {
          for (Connection each : held) {
            each.close();
          }
        }
      }
    }
  }

  private static void fill(RunningServer running, TestAccount account, List<Connection> held) {
    try {
      while (held.size() < 40) {
        held.add(
            DriverManager.getConnection(
                "jdbc:mysql://%s:%d/?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                    .formatted(running.host(), running.port()),
                account.user(),
                account.password()));
      }
      throw new AssertionError("it never was full");
    } catch (SQLException full) {
      assertThat(full.getErrorCode()).isEqualTo(1040);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatAnAccountMayNotIsDeniedAndTheRestIsThere(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    try (TestAccount account = TestAccount.on(running);
        Connections connections = RealServers.connections(account.password())) {
      Incident incident = take(connections, server(running, account.user()));
      assertThat(part(incident, "innodb").status()).isEqualTo(Part.Status.DENIED);
      assertThat(part(incident, "innodb").detail()).contains("GRANT PROCESS");
      assertThat(part(incident, "sessions").status()).isEqualTo(Part.Status.DENIED);
      assertThat(part(incident, "sessions").grids().get("all").isEmpty()).isFalse();
      assertThat(part(incident, "status").status()).isEqualTo(Part.Status.OK);
      assertThat(part(incident, "variables").status()).isEqualTo(Part.Status.OK);
      assertThat(part(incident, "variables").grids().get("variables").size()).isGreaterThan(100);
    }
  }

  @Test
  void anInstanceThatDoesNotAnswerIsSaid() {
    try (Connections connections = RealServers.connections("x")) {
      Server dead = RealServers.server("dead", "127.0.0.1", 1, "x", Safety.RELAXED);
      Incident incident = take(connections, dead);
      assertThat(finding(incident, "reach.none").severity()).isEqualTo(Severity.CRITICAL);
    }
  }

  @Test
  void aStopKeepsWhatThereIs() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    try (Connections connections = RealServers.connections(running.password())) {
      var cancel = new Cancel();
      Incident incident =
          new Capture(connections, Clock.systemUTC())
              .take(
                  List.of(server(running, running.user())),
                  CaptureOptions.byHand(),
                  state -> {
                    if (state.step().equals("transactions") && state.part().isPresent()) {
                      cancel.ask();
                    }
                  },
                  cancel);
      assertThat(incident.took()).isLessThan(Duration.ofSeconds(2));
      assertThat(part(incident, "sessions").grids()).containsKey("all");
      assertThat(part(incident, "sessions").detail()).contains("stopped by the user");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aTriggerFiresAfterItsCyclesAndOnNothingElse(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running, running.user());
    try (Connections connections = RealServers.connections(running.password());
        Connection busy = running.connect();
        Statement statement = busy.createStatement()) {
      statement.execute("SELECT 1");
      var held = Trigger.of("Threads_connected>0", 3, Duration.ofMinutes(5));
      var watch = new TriggerWatch(connections, held);
      var faults = new ArrayList<org.binnacle.kernel.Fault>();
      assertThat(watch.look(server, faults::add)).isEmpty();
      assertThat(watch.look(server, faults::add)).isEmpty();
      assertThat(watch.look(server, faults::add))
          .hasValueSatisfying(words -> assertThat(words).contains("Threads_connected>0"));
      // The cool-down.
      for (int i = 0; i < 5; i++) {
        assertThat(watch.look(server, faults::add)).isEmpty();
      }
      assertThat(faults).isEmpty();
      var never =
          new TriggerWatch(connections, Trigger.of("Threads_connected<0", 1, Duration.ZERO));
      assertThat(never.look(server, faults::add)).isEmpty();
      var sessions =
          new TriggerWatch(connections, Trigger.of("sessions(user:nobody)<1", 1, Duration.ZERO));
      assertThat(sessions.look(server, faults::add)).isPresent();
      var wrong = new TriggerWatch(connections, Trigger.of("No_such_thing>1", 1, Duration.ZERO));
      wrong.look(server, faults::add);
      assertThat(faults).hasSize(1);
    }
  }
}
