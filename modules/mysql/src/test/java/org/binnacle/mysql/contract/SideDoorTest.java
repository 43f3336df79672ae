package org.binnacle.mysql.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SideDoor;
import org.binnacle.mysql.SideDoors;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A server without a place left is reached by the port that has places of its own.
@Tag("server")
class SideDoorTest {
  private final Bed bed = new Bed();

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// Takes all places of an account without privileges, and the one more that an administrator has.
  private static List<Connection> fill(RunningServer running) throws SQLException {
    var held = new ArrayList<Connection>();
    for (String[] account :
        new String[][] {{"app", "weak-Pass-3"}, {running.user(), running.password()}}) {
      try {
        while (held.size() < 40) {
          held.add(
              DriverManager.getConnection(
                  "jdbc:mysql://%s:%d/".formatted(running.host(), running.port()),
                  account[0],
                  account[1]));
        }
      } catch (SQLException full) {
        assertThat(full.getErrorCode()).isEqualTo(1040);
      }
    }
    return held;
  }

  private static void close(List<Connection> held) throws SQLException {
    for (Connection each : held) {
      each.close();
    }
  }

  private static void app(RunningServer running) throws SQLException {
    try (Connection root = running.connect()) {
      Bed.run(root, "CREATE USER IF NOT EXISTS 'app'@'%' IDENTIFIED BY 'weak-Pass-3'");
    }
  }

  private static long port(Session session) {
    return session.server().port();
  }

  @Test
  void theAdminPortOfMySqlOpensWhereTheUsualOneIsFull() throws Exception {
    int admin = free();
    try (RunningServer running =
        TestServers.start(
            Distribution.MYSQL_8_0,
            Launch.plain()
                .with(
                    "--max-connections=4", "--admin-address=127.0.0.1", "--admin-port=" + admin))) {
      app(running);
      opens(running, admin, "127.0.0.1");
      refuses(running);
    }
  }

  @Test
  void theExtraPortOfMariaDbOpensWhereTheUsualOneIsFull() throws Exception {
    int extra = free();
    try (RunningServer running =
        TestServers.start(
            Distribution.MARIADB_11_4,
            Launch.plain()
                .with(
                    "--max-connections=10",
                    "--extra-port=" + extra,
                    "--extra-max-connections=4"))) {
      app(running);
      opens(running, extra, "");
    }
  }

  /// Known from an earlier login, kept beyond that program's end, used by the next.
  private void opens(RunningServer running, int port, String host) throws SQLException {
    SideDoors doors = SideDoors.inMemory();
    Server server = bed.server(running);
    try (var earlier = new PooledConnections(bed, doors)) {
      assertThat(earlier.<Long>monitor(server, SideDoorTest::port)).isEqualTo(running.port());
    }
    assertThat(doors.of(server.id())).contains(new SideDoor(host, port));
    List<Connection> held = fill(running);
    try (var connections = new PooledConnections(bed, doors)) {
      assertThat(connections.<Long>monitor(server, SideDoorTest::port)).isEqualTo(port);
      try (Session session = connections.vital(server, "capture", Bounds.action(), true)) {
        assertThat(session.server().port()).isEqualTo(port);
        assertThat(Bed.askedId(session)).isPositive();
      }
    } finally {
      close(held);
    }
  }

  /// An account that may not use the door is told so, with the refusal of the usual port.
  private void refuses(RunningServer running) throws SQLException {
    SideDoors doors = SideDoors.inMemory();
    Server app = bed.server(running.host(), running.port(), "app", "weak-Pass-3");
    try (var earlier = new PooledConnections(bed, doors)) {
      assertThat(earlier.<Long>monitor(app, SideDoorTest::port)).isEqualTo(running.port());
    }
    List<Connection> held = fill(running);
    try (var connections = new PooledConnections(bed, doors)) {
      Fault fault =
          catchThrowableOfType(Fault.class, () -> connections.monitor(app, SideDoorTest::port));
      assertThat(fault.code()).isEqualTo(ConnectFaults.TOO_MANY);
      assertThat(fault.detail())
          .contains("side port " + doors.of(app.id()).orElseThrow().port())
          .contains("SERVICE_CONNECTION_ADMIN");
    } finally {
      close(held);
    }
  }

  @Test
  void aServerWithoutADoorIsNotTriedTwice() throws Exception {
    try (RunningServer running =
        TestServers.start(Distribution.MYSQL_8_0, Launch.plain().with("--max-connections=4"))) {
      app(running);
      SideDoors doors = SideDoors.inMemory();
      Server server = bed.server(running.host(), running.port(), "app", "weak-Pass-3");
      doors.learned(server.id(), Optional.empty());
      List<Connection> held = fill(running);
      try (var connections = new PooledConnections(bed, doors)) {
        Fault fault =
            catchThrowableOfType(
                Fault.class, () -> connections.monitor(server, SideDoorTest::port));
        assertThat(fault.code()).isEqualTo(ConnectFaults.TOO_MANY);
        assertThat(fault.detail()).doesNotContain("side port");
      } finally {
        close(held);
      }
    }
  }

  @Test
  void aDoorIsReadBackAsItWasWritten() {
    for (SideDoor door : List.of(new SideDoor("10.0.0.9", 33_062), new SideDoor("", 3307))) {
      assertThat(SideDoor.read(door.text())).contains(door);
    }
    assertThat(SideDoor.read("fe80::1:33062")).contains(new SideDoor("fe80::1", 33_062));
    assertThat(SideDoor.read("nonsense")).isEmpty();
    assertThat(SideDoor.read("h:99999")).isEmpty();
    assertThat(SideDoor.told("", 33_062, 0)).isEmpty();
    assertThat(SideDoor.told("", 0, 3307)).contains(new SideDoor("", 3307));
  }
}
