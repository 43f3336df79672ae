package org.binnacle.mysql.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Words;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.contract.Bed;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.fake.FakeFleet;
import org.binnacle.testkit.fake.Mood;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// After a server has said 1040 nothing that can wait is opened there, and all that cannot goes on.
@Tag("server")
class FullServersTest {
  private static final String USER = "app";
  private static final String PASSWORD = "weak-Pass-3";

  private final Bed bed = new Bed();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  static List<Distribution> all() {
    return TestServers.available();
  }

  private static List<Connection> fill(RunningServer running) throws SQLException {
    var held = new ArrayList<Connection>();
    try {
      while (held.size() < 40) {
        held.add(
            DriverManager.getConnection(
                "jdbc:mysql://%s:%d/?allowPublicKeyRetrieval=true"
                    .formatted(running.host(), running.port()),
                USER,
                PASSWORD));
      }
    } catch (SQLException full) {
      assertThat(full.getErrorCode()).isEqualTo(1040);
    }
    return held;
  }

  private static void close(List<Connection> held) throws SQLException {
    for (Connection each : held) {
      each.close();
    }
    held.clear();
  }

  private Server app(RunningServer running) throws SQLException {
    try (Connection root = running.connect()) {
      Bed.run(root, "CREATE USER IF NOT EXISTS 'app'@'%' IDENTIFIED BY 'weak-Pass-3'");
    }
    return bed.server(running.host(), running.port(), USER, PASSWORD);
  }

  private static Fault refusal(PooledConnections connections, Server server, String role) {
    return catchThrowableOfType(
        Fault.class, () -> connections.action(server, role, Bounds.action(), true));
  }

  private static long connected(Session session) {
    return session
        .query(
            "SHOW GLOBAL STATUS WHERE Variable_name='Connections'", row -> row.number("Value", 0))
        .getFirst();
  }

  private void later(Duration by) {
    now = now.plus(by);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatCanWaitIsRefusedWithoutAskingTheServer(Distribution distribution) throws Exception {
    try (RunningServer running =
            TestServers.start(distribution, Launch.plain().with("--max-connections=10"));
        var connections = new PooledConnections(bed, () -> now)) {
      Server app = app(running);
      long held = connections.monitor(app, Session::connectionId);
      try (Session worksheet = connections.action(app, "worksheet", Bounds.action(), true)) {
        List<Connection> others = fill(running);
        try {
          assertThat(refusal(connections, app, "explain").code()).isEqualTo(ConnectFaults.TOO_MANY);
          long before = connections.monitor(app, FullServersTest::connected);
          for (String role : List.of("explain", "schemas", "trial", "advise", "discovery")) {
            Fault fault = refusal(connections, app, role);
            assertThat(fault.code()).isEqualTo(ConnectFaults.KEPT_FREE);
            Words.Told told = new Words().of(fault);
            assertThat(told.happened()).contains(app.ref().name(), "refuses connections since");
            assertThat(told.happened()).contains("1040").contains("try again in 10 min");
            assertThat(told.next()).contains("max_connections");
          }
          // Not one of them has knocked.
          assertThat(connections.<Long>monitor(app, FullServersTest::connected)).isEqualTo(before);
          // What was open goes on.
          assertThat(Bed.askedId(worksheet)).isPositive();
          assertThat(connections.<Long>monitor(app, Bed::askedId)).isEqualTo(held);
          assertThat(connections.health(app)).isInstanceOf(Health.Up.class);
          // Still full a minute later: the server is asked over the held connection, and says so.
          later(Duration.ofSeconds(61));
          assertThat(refusal(connections, app, "explain").code())
              .isEqualTo(ConnectFaults.KEPT_FREE);
          assertThat(connections.<Long>monitor(app, FullServersTest::connected)).isEqualTo(before);
        } finally {
          close(others);
        }
        Bed.await("it has room", () -> connections.monitor(app, FullServersTest::threads) < 5);
        try (Session fresh = connections.action(app, "explain", Bounds.action(), true)) {
          assertThat(Bed.askedId(fresh)).isPositive();
        }
      }
    }
  }

  private static long threads(Session session) {
    return session
        .query(
            "SHOW GLOBAL STATUS WHERE Variable_name='Threads_connected'",
            row -> row.number("Value", 0))
        .getFirst();
  }

  @Test
  void aKillAndACaptureGoThroughTheSideDoorAndNothingElseDoes() throws Exception {
    int admin;
    try (var socket = new ServerSocket(0)) {
      admin = socket.getLocalPort();
    }
    try (RunningServer running =
            TestServers.start(
                Distribution.MYSQL_8_0,
                Launch.plain()
                    .with(
                        "--max-connections=4",
                        "--admin-address=127.0.0.1",
                        "--admin-port=" + admin));
        var connections = new PooledConnections(bed, () -> now)) {
      Server root = bed.server(running);
      var _ = app(running);
      long held = connections.monitor(root, Session::connectionId);
      List<Connection> others = fill(running);
      // The one more that an administrator has.
      others.add(running.connect());
      try {
        // The first one that can wait does not take a place at the side door either.
        assertThat(refusal(connections, root, "explain").code()).isEqualTo(ConnectFaults.TOO_MANY);
        assertThat(refusal(connections, root, "explain").code()).isEqualTo(ConnectFaults.KEPT_FREE);
        for (String role : List.of("kill", "capture", "trial")) {
          try (Session vital = connections.vital(root, role, Bounds.action(), false)) {
            assertThat(vital.server().port()).isEqualTo(admin);
            assertThat(Bed.askedId(vital)).isPositive();
          }
        }
        assertThat(connections.<Long>monitor(root, Bed::askedId)).isEqualTo(held);
      } finally {
        close(others);
      }
    }
  }

  @Test
  void whatCannotWaitIsNotHeldUpByTheRefusal() throws Exception {
    try (RunningServer running =
            TestServers.start(Distribution.MYSQL_8_0, Launch.plain().with("--max-connections=6"));
        var connections = new PooledConnections(bed, () -> now)) {
      Server app = app(running);
      var _ = connections.<Long>monitor(app, Session::connectionId);
      List<Connection> others = fill(running);
      assertThat(refusal(connections, app, "trial").code()).isEqualTo(ConnectFaults.TOO_MANY);
      assertThat(
              catchThrowableOfType(
                      Fault.class, () -> connections.vital(app, "kill", Bounds.action(), false))
                  .code())
          .isEqualTo(ConnectFaults.TOO_MANY);
      close(others);
      Bed.await("it has room", () -> connections.monitor(app, FullServersTest::threads) < 3);
      // A second after a refusal nobody knows how long the room lasts.
      assertThat(refusal(connections, app, "trial").code()).isEqualTo(ConnectFaults.KEPT_FREE);
      try (Session undo = connections.vital(app, "trial", Bounds.action(), false)) {
        assertThat(Bed.askedId(undo)).isPositive();
      }
    }
  }

  @Test
  void aLookThatMeetsAFullServerRefusesTheRestToo() {
    try (FakeFleet fleet = FakeFleet.of(2);
        var connections = new PooledConnections(bed, () -> now)) {
      Server full = bed.server(FakeFleet.host(0), fleet.port(), "fake", "x");
      Server well = bed.server(FakeFleet.host(1), fleet.port(), "fake", "x");
      fleet.node(0).become(Mood.TOO_MANY);
      Fault seen =
          catchThrowableOfType(Fault.class, () -> connections.monitor(full, Session::connectionId));
      assertThat(seen.code()).isEqualTo(ConnectFaults.TOO_MANY);
      int knocked = fleet.node(0).accepted();
      assertThat(refusal(connections, full, "explain").code()).isEqualTo(ConnectFaults.KEPT_FREE);
      assertThat(fleet.node(0).accepted()).isEqualTo(knocked);
      // Others are none of its business.
      assertThat(connections.<Long>monitor(well, Session::connectionId)).isPositive();
      later(Duration.ofMinutes(11));
      assertThat(refusal(connections, full, "explain").code()).isEqualTo(ConnectFaults.TOO_MANY);
      assertThat(fleet.node(0).accepted()).isGreaterThan(knocked);
    }
  }
}
