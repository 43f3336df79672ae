package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.binnacle.diagnosis.incident.Capture;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.CaptureState;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.SideDoors;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Captures of servers that let nobody in any more, of a replica that has stopped, of a deadlock.
@SuppressWarnings("NullAway")
@Tag("server")
class CaptureTroubleOnServersTest {

  private static Server server(RunningServer running) {
    return RealServers.server(
        running.distribution().name(),
        running.host(),
        running.port(),
        running.user(),
        Safety.RELAXED);
  }

  private static Incident take(
      Connections connections, Server server, java.util.function.Consumer<CaptureState> told) {
    return new Capture(connections, Clock.systemUTC())
        .take(List.of(server), CaptureOptions.byHand(), told, new Cancel());
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

  /// Nothing is held by the program that captures: only the port with places of its own is left.
  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void aFullServerIsCapturedThroughThePortWithPlacesOfItsOwn(Distribution distribution)
      throws Exception {
    boolean maria = distribution == Distribution.MARIADB_11_4;
    int door = free();
    Launch launch =
        maria
            ? Launch.plain()
                .with("--max-connections=10", "--extra-port=" + door, "--extra-max-connections=4")
            : Launch.plain()
                .with("--max-connections=5", "--admin-address=127.0.0.1", "--admin-port=" + door);
    try (RunningServer running = TestServers.start(distribution, launch)) {
      Server server = server(running);
      SideDoors doors = SideDoors.inMemory();
      try (Connections earlier = new PooledConnections(new Password(running), doors)) {
        earlier.monitor(server, session -> session.connectionId());
      }
      var held = new ArrayList<Connection>();
      try (Connections connections = new PooledConnections(new Password(running), doors)) {
        fill(running, held);
        Incident incident = take(connections, server, state -> {});
        assertThat(finding(incident, "connections.full").severity()).isEqualTo(Severity.CRITICAL);
        assertThat(part(incident, "sessions").grids().get("all").size())
            .isGreaterThanOrEqualTo(held.size());
        assertThat(part(incident, "status").status()).isEqualTo(Part.Status.OK);
        assertThat(part(incident, "variables").status()).isEqualTo(Part.Status.OK);
      } finally {
        for (Connection each : held) {
          each.close();
        }
      }
    }
  }

  /// Without such a port the one finding says why, once, and what would have helped.
  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void aServerThatRefusesWith1040SaysWhatWouldHaveHelped(Distribution distribution)
      throws Exception {
    try (RunningServer running =
            TestServers.start(distribution, Launch.plain().with("--max-connections=10"));
        Connections connections = RealServers.connections(running.password())) {
      var held = new ArrayList<Connection>();
      fill(running, held);
      try {
        Finding reach = finding(take(connections, server(running), state -> {}), "reach.none");
        assertThat(reach.words())
            .containsOnlyOnce("Too many connections")
            .doesNotContain("connect.");
        assertThat(reach.next()).contains("extra_port").contains("admin_address");
      } finally {
        for (Connection each : held) {
          each.close();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void aDeadlockDuringTheCaptureIsCountedAndItsTextIsKept(Distribution distribution)
      throws Exception {
    RunningServer running = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connections connections = RealServers.connections(running.password())) {
      var dead = new CompletableFuture<Boolean>();
      Incident incident =
          take(
              connections,
              server(running),
              state -> {
                // The first look is over: what happens now is between the first and the last.
                if (state.step().equals("locks") && state.part().isPresent() && !dead.isDone()) {
                  dead.complete(deadlocked(scene));
                }
              });
      assertThat(dead).isCompletedWithValue(true);
      Finding finding = finding(incident, "innodb.deadlocks");
      assertThat(finding.severity()).isEqualTo(Severity.WARNING);
      assertThat(finding.words()).startsWith("1 deadlock during the capture");
    }
  }

  private static boolean deadlocked(Scene scene) {
    try {
      scene.deadlock(3, 4);
      return true;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void aStoppedReplicaIsTheRootCause(Distribution distribution) throws Exception {
    try (var followers = new Followers(distribution)) {
      followers.until(channel -> channel.severity() == Severity.OK);
      followers.stop("SQL_THREAD");
      Finding finding =
          finding(
              take(followers.connections, followers.replica, state -> {}), "replication.stopped");
      assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
      assertThat(finding.evidence()).contains("receiver: Yes, applier: No");
      followers.start("SQL_THREAD");
      followers.until(channel -> channel.severity() == Severity.OK);
      assertThat(take(followers.connections, followers.replica, state -> {}).findings())
          .extracting(Finding::rule)
          .doesNotContain("replication.stopped");
    }
  }

  /// Rules are tried on made-up scenes: these columns are what real ones have.
  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void whatRulesReadIsWhatStepsWrite(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connections connections = RealServers.connections(running.password())) {
      scene.idleInTransaction(1);
      scene.rowLockWait(1);
      Incident incident = take(connections, server(running), state -> {});
      assertThat(columns(incident, "sessions", "all"))
          .contains("id", "user", "host", "command", "state", "sql", "blocked");
      assertThat(columns(incident, "sessions", "by statement"))
          .contains("digest", "seen", "share_pct", "longest_us", "statement", "sample_sql");
      assertThat(columns(incident, "transactions", "transactions"))
          .contains("trx_id", "id", "age_s", "query", "trx_rows_modified", "trx_rows_locked");
      assertThat(columns(incident, "locks", "tree"))
          .contains("depth", "who", "id", "doing", "blocks", "lock_kind", "lock", "cycle");
      var status = part(incident, "status").grids().get("status");
      for (String name :
          List.of(
              "uptime",
              "created_tmp_disk_tables",
              "innodb_log_waits",
              "innodb_buffer_pool_wait_free")) {
        assertThat(status.where("name", name)).as(name).isPresent();
      }
    }
  }

  private static List<String> columns(Incident incident, String step, String grid) {
    return part(incident, step).grids().get(grid).columns();
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void fill(RunningServer running, List<Connection> held) {
    String url =
        "jdbc:mysql://%s:%d/?sslMode=DISABLED&allowPublicKeyRetrieval=true"
            .formatted(running.host(), running.port());
    try {
      while (held.size() < 40) {
        held.add(DriverManager.getConnection(url, running.user(), running.password()));
      }
      throw new AssertionError("it never was full");
    } catch (SQLException full) {
      assertThat(full.getErrorCode()).isEqualTo(1040);
    }
  }

  private record Password(RunningServer running) implements Secrets {
    @Override
    public java.util.Optional<Secret> password(Server server) {
      return java.util.Optional.of(new Secret(running.password().toCharArray()));
    }

    @Override
    public java.util.Optional<Secret> tunnel(Server server) {
      return java.util.Optional.empty();
    }
  }
}
