package org.binnacle.mysql.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.contract.Bed;
import org.binnacle.mysql.pulse.Pulse;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// We know which connections are ours, though MariaDB does not tell who a connection belongs to.
@Tag("server")
class OwnSessionsTest {
  private final Bed bed = new Bed();

  static List<Distribution> all() {
    return TestServers.available();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aConnectionIsOursFromItsOpeningToItsEnd(Distribution distribution) {
    RunningServer running = TestServers.shared(distribution);
    Server server = bed.server(running);
    try (var connections = new PooledConnections(bed)) {
      long watching = connections.monitor(server, Session::connectionId);
      assertThat(connections.monitor(server, Session::own)).containsExactly(watching);
      Session worksheet = connections.action(server, "worksheet", Bounds.action(), true);
      Session kill = connections.vital(server, "kill", Bounds.action(), false);
      var all = Set.of(watching, worksheet.connectionId(), kill.connectionId());
      assertThat(connections.monitor(server, Session::own)).isEqualTo(all);
      assertThat(worksheet.own()).isEqualTo(all);
      kill.close();
      worksheet.abort();
      worksheet.close();
      assertThat(connections.monitor(server, Session::own)).containsExactly(watching);
      connections.forget(server);
      long fresh = connections.monitor(server, Session::connectionId);
      assertThat(connections.monitor(server, Session::own)).containsExactly(fresh);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aServerThatStandsTwiceInTheInventoryKnowsTheConnectionsOfBoth(Distribution distribution) {
    RunningServer running = TestServers.shared(distribution);
    Server once = bed.server(running);
    Server twice =
        new Server(
            Bed.with("elsewhere", 1, running.user(), once.tls()).ref(),
            once.host(),
            once.port(),
            once.user(),
            once.tls(),
            once.tunnel());
    try (var connections = new PooledConnections(bed)) {
      long first = connections.monitor(once, Session::connectionId);
      long second = connections.monitor(twice, Session::connectionId);
      assertThat(second).isNotEqualTo(first);
      assertThat(connections.monitor(once, Session::own)).contains(first, second);
      assertThat(connections.monitor(twice, Session::own)).contains(first, second);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatOursDoIsNoClientsLoad(Distribution distribution) throws Exception {
    try (RunningServer running = TestServers.start(distribution, Launch.plain())) {
      Server server = bed.server(running);
      try (var connections = new PooledConnections(bed);
          Connection client = running.connect();
          Session worksheet = connections.action(server, "worksheet", Bounds.action(), true)) {
        long theirs = Bed.id(client);
        Thread.ofVirtual().start(() -> sleep(client));
        Thread.ofVirtual().start(() -> sleep(worksheet));
        Bed.await(
            "both are seen to run",
            () ->
                connections.monitor(server, Pulse::take).longest().stream()
                    .map(Pulse.Longest::id)
                    .toList()
                    .containsAll(List.of(theirs, worksheet.connectionId())));
        Pulse pulse = connections.monitor(server, Pulse::take);
        assertThat(pulse.active()).isEqualTo(1);
        assertThat(pulse.doing()).extracting(Pulse.Doing::state).containsExactly("User sleep");
        worksheet.abort();
        client.abort(Runnable::run);
      }
    }
  }

  private static void sleep(Connection connection) {
    try {
      Bed.run(connection, "SELECT SLEEP(20)");
    } catch (SQLException e) {
      // Closed by the test.
    }
  }

  private static void sleep(Session session) {
    try {
      var _ = session.query("SELECT SLEEP(20) AS s", row -> 1);
    } catch (RuntimeException e) {
      // Closed by the test.
    }
  }
}
