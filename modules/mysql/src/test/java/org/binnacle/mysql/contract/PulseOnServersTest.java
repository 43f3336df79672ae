package org.binnacle.mysql.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.mysql.pulse.Figure;
import org.binnacle.mysql.pulse.Pulse;
import org.binnacle.mysql.pulse.PulsePart;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Parts of a light look that are asked for some servers only.
@Tag("server")
class PulseOnServersTest {
  private static final Set<PulsePart> LIGHT = Set.of(PulsePart.LIGHT, PulsePart.CLIENTS);

  private final Bed bed = new Bed();

  static List<Distribution> all() {
    return TestServers.available();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whoSleepsInATransactionThatOthersWaitForIsNamed(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = bed.server(running);
    try (var connections = new PooledConnections(bed);
        Scene scene = new Scene(running, "binnacle_blocker")) {
      long holder = Bed.id(scene.holder);
      // An older transaction that holds nothing anybody wants.
      Bed.run(scene.idle, "BEGIN", "SELECT * FROM binnacle_blocker.stock WHERE id=2");
      Bed.await(
          "the waiter waits",
          () ->
              connections
                  .monitor(server, Pulse::take)
                  .blocker()
                  .filter(one -> one.id() == holder)
                  .isPresent());
      Pulse.Blocker blocker = connections.monitor(server, Pulse::take).blocker().orElseThrow();
      assertThat(blocker.many()).isEqualTo(1);
      assertThat(blocker.user()).isEqualTo(running.user());
      assertThat(blocker.ageS()).isBetween(0L, 60L);
      // Asked only where it is wanted.
      assertThat(connections.monitor(server, session -> Pulse.take(session, LIGHT)).blocker())
          .isEmpty();
      Bed.run(scene.holder, "ROLLBACK");
      Bed.await(
          "nobody waits any more",
          () -> connections.monitor(server, Pulse::take).blocker().isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void reportsDoNotHideTheStatementsOfOthers(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = bed.server(running);
    // Statements of scenes before this one may still run.
    String others = running.user();
    var open = new ArrayList<Connection>();
    try (var connections = new PooledConnections(bed);
        TestAccount reports = TestAccount.on(running);
        TestAccount app = TestAccount.on(running)) {
      try {
        for (int i = 0; i < 4; i++) {
          open.add(running(reports));
        }
        Bed.await(
            "four reports run", () -> longest(connections, server, List.of(others), reports) == 3);
        open.add(running(app));
        // Its user's name has a LIKE's wildcard in it, which stands for itself.
        String pattern = reports.user().substring(0, 3) + "*" + reports.user().substring(9);
        Bed.await(
            "the application's is told",
            () -> longest(connections, server, List.of(pattern, others), app) == 1);
        assertThat(longest(connections, server, List.of(pattern, others), reports)).isZero();
        assertThat(
                longest(
                    connections, server, List.of(others, "u-*", "o'neil", "back\\slash"), reports))
            .isGreaterThanOrEqualTo(2);
        // They are active all the same.
        assertThat(
                connections
                    .monitor(server, session -> Pulse.take(session, LIGHT, List.of(pattern)))
                    .active())
            .isGreaterThanOrEqualTo(5);
      } finally {
        for (Connection each : open) {
          each.abort(Runnable::run);
        }
      }
    }
  }

  private static Connection running(TestAccount account) throws SQLException {
    Connection connection = account.connect("");
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                Bed.run(connection, "SELECT SLEEP(40)");
              } catch (SQLException e) {
                // Ended by the test.
              }
            });
    return connection;
  }

  private static long longest(
      PooledConnections connections, Server server, List<String> exempt, TestAccount of) {
    return connections
        .monitor(server, session -> Pulse.take(session, LIGHT, exempt))
        .longest()
        .stream()
        .filter(one -> one.user().equals(of.user()))
        .count();
  }

  /// What a client names itself can hold what parts lines and fields here.
  @ParameterizedTest
  @MethodSource("all")
  void aStatementOfSeveralLinesIsOneStatement(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = bed.server(running);
    try (var connections = new PooledConnections(bed);
        TestAccount app = TestAccount.on(running);
        Connection one = app.connect("")) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  Bed.run(one, "SELECT 'a\tb',\n'questions\t5\ndoing\t9\t9\tx\ty',\nSLEEP(40)");
                } catch (SQLException e) {
                  // Ended by the test.
                }
              });
      try {
        Bed.await("it runs", () -> longest(connections, server, List.of(running.user()), app) == 1);
        Pulse pulse =
            connections.monitor(
                server, session -> Pulse.take(session, LIGHT, List.of(running.user())));
        assertThat(pulse.longest().stream().filter(it -> it.user().equals(app.user())))
            .singleElement()
            .satisfies(
                it ->
                    assertThat(it.sql())
                        .isEqualTo("SELECT 'a\tb', 'questions\t5 doing\t9\t9\tx\ty', SLEEP(40)"));
        assertThat(pulse.figure(Figure.QUESTIONS, 0)).isGreaterThan(5);
        assertThat(pulse.doing()).noneMatch(it -> it.command().equals("x"));
      } finally {
        one.abort(Runnable::run);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void figuresAreWholeWhereGroupConcatHasLittleRoom(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = bed.server(running);
    try (Connection root = running.connect()) {
      long before = room(root);
      Bed.run(root, "SET GLOBAL group_concat_max_len=64");
      try (var connections = new PooledConnections(bed)) {
        Pulse pulse = connections.monitor(server, session -> Pulse.take(session, LIGHT));
        for (Figure figure :
            List.of(
                Figure.UPTIME, Figure.INNODB_ROW_LOCK_TIME, Figure.TABLE_OPEN_CACHE_OVERFLOWS)) {
          assertThat(pulse.figures().get(figure)).as(figure.name()).isPresent();
        }
      } finally {
        Bed.run(root, "SET GLOBAL group_concat_max_len=" + before);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aServerInNoGroupAndNoClusterTellsNeither(Distribution distribution) {
    Server server = bed.server(TestServers.shared(distribution));
    try (var connections = new PooledConnections(bed)) {
      Pulse pulse = connections.monitor(server, Pulse::take);
      assertThat(pulse.figure(Figure.GROUP_STATE, 0)).isZero();
      assertThat(pulse.figures().get(Figure.WSREP_LOCAL_STATE)).isEmpty();
      if (distribution.name().startsWith("MARIADB")) {
        // A MariaDB without a cluster tells that it is not ready, which is no trouble.
        assertThat(pulse.figure(Figure.WSREP_READY, -1)).isZero();
      }
    }
  }

  private static long room(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT @@GLOBAL.group_concat_max_len")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
