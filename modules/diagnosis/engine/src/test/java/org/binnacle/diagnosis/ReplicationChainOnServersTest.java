package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.binnacle.diagnosis.replication.HeartbeatRules;
import org.binnacle.diagnosis.replication.ReplicaRole;
import org.binnacle.diagnosis.replication.ReplicaTree;
import org.binnacle.diagnosis.replication.ReplicaWorker;
import org.binnacle.diagnosis.replication.Replications;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestFleet;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Fleet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A source, a relay and a replica; then a ring of them; then one that is gone. Real servers.
@SuppressWarnings("NullAway")
@Tag("server")
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ReplicationChainOnServersTest {

  static List<Distribution> families() {
    return TestServers.available().stream()
        .filter(one -> one == Distribution.MYSQL_8_0 || one == Distribution.MARIADB_11_4)
        .toList();
  }

  private static Server server(String name, RunningServer running) {
    return RealServers.server(name, running.host(), running.port(), running.user(), Safety.RELAXED);
  }

  private static void run(RunningServer server, String... statements) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /// The server follows another one from where it is.
  private static void follow(boolean maria, RunningServer server, RunningServer source)
      throws SQLException {
    run(
        server,
        maria ? "STOP SLAVE" : "STOP REPLICA",
        (maria
                ? "CHANGE MASTER TO MASTER_HOST='%s', MASTER_PORT=%d, MASTER_USER='%s',"
                    + " MASTER_PASSWORD='%s', MASTER_CONNECT_RETRY=1, MASTER_SSL=0,"
                    + " MASTER_SSL_VERIFY_SERVER_CERT=0, MASTER_USE_GTID=current_pos"
                : "CHANGE REPLICATION SOURCE TO SOURCE_HOST='%s', SOURCE_PORT=%d, SOURCE_USER='%s',"
                    + " SOURCE_PASSWORD='%s', SOURCE_CONNECT_RETRY=1, SOURCE_AUTO_POSITION=1,"
                    + " GET_SOURCE_PUBLIC_KEY=1")
            .formatted(source.host(), source.port(), source.user(), source.password()),
        maria ? "START SLAVE" : "START REPLICA");
  }

  private static List<ReplicaTree.Place> until(
      Replications looks, List<Server> servers, Predicate<List<ReplicaTree.Place>> wanted) {
    List<ReplicaTree.Place> places = ReplicaTree.of(looks.read(servers));
    for (int i = 0; i < 300; i++) {
      if (wanted.test(places)) {
        return places;
      }
      LockSupport.parkNanos(100_000_000);
      places = ReplicaTree.of(looks.read(servers));
    }
    throw new AssertionError("never so: " + drawn(places));
  }

  private static List<String> drawn(List<ReplicaTree.Place> places) {
    return places.stream()
        .map(
            place ->
                ". ".repeat(place.depth())
                    + place.member().instance().name()
                    + " "
                    + place.role().words())
        .toList();
  }

  private static boolean apply(List<ReplicaTree.Place> places) {
    return places.stream()
        .flatMap(place -> place.scene().stream())
        .flatMap(scene -> scene.channels().stream())
        .allMatch(channel -> channel.applying() && channel.receiving());
  }

  @ParameterizedTest
  @MethodSource("families")
  void aChainThenARingThenWithoutItsRelay(Distribution distribution) throws Exception {
    boolean maria = distribution == Distribution.MARIADB_11_4;
    String[] options =
        maria
            ? new String[] {"--gtid-strict-mode=OFF", "--log-slave-updates=ON"}
            : new String[] {"--replica-parallel-workers=2"};
    try (Fleet fleet = TestFleet.start(distribution, 2, options);
        Connections connections = RealServers.connections(fleet.source().password())) {
      RunningServer source = fleet.source();
      RunningServer relay = fleet.replicas().getFirst();
      RunningServer leaf = fleet.replicas().getLast();
      follow(maria, leaf, relay);
      var settings = new MemorySettings();
      // Given in an order that is not that of the tree.
      List<Server> servers =
          List.of(server("leaf", leaf), server("relay", relay), server("source", source));
      var looks = new Replications(connections, () -> servers, settings, Clock.systemUTC());
      var chain = until(looks, servers, places -> drawn(places).size() == 3 && apply(places));
      assertThat(drawn(chain))
          .containsExactly("source source", ". relay relay", ". . leaf replica");

      run(source, "CREATE DATABASE ops", "CREATE TABLE ops.beat (ts VARCHAR(26), server_id INT)");
      run(source, "INSERT INTO ops.beat VALUES (NOW() - INTERVAL 90 SECOND, @@server_id)");
      settings.put(HeartbeatRules.SETTING, "name:nobody = x.y; ops.beat");
      var late =
          until(
              looks,
              servers,
              places ->
                  places
                          .getLast()
                          .scene()
                          .orElseThrow()
                          .channels()
                          .getFirst()
                          .heartbeatS()
                          .orElse(0)
                      >= 90);
      assertThat(late.getLast().scene().orElseThrow().notes())
          .anyMatch(note -> note.contains("heartbeat table ops.beat"));
      settings.put(HeartbeatRules.SETTING, "off");
      assertThat(looks.read(servers.getFirst()).channels().getFirst().heartbeatS()).isEmpty();
      settings.put(HeartbeatRules.SETTING, "ops.nosuch");
      assertThat(looks.read(servers.getFirst()).notes())
          .anyMatch(note -> note.startsWith("The heartbeat table ops.nosuch could not be read"));
      settings.remove(HeartbeatRules.SETTING);

      run(source, maria ? "SET GLOBAL read_only=0" : "SET GLOBAL super_read_only=0");
      follow(maria, source, leaf);
      var ring =
          until(
              looks,
              servers,
              places ->
                  places.stream().allMatch(place -> place.role() == ReplicaRole.RING)
                      && apply(places));
      assertThat(drawn(ring)).containsExactly("leaf ring", ". source ring", ". . relay ring");
      run(source, maria ? "STOP SLAVE" : "STOP REPLICA");

      relay.close();
      var gone =
          until(looks, servers, places -> places.stream().anyMatch(p -> p.member().unreachable()));
      assertThat(gone).hasSize(3);
      assertThat(gone.stream().filter(place -> place.member().unreachable()).toList())
          .singleElement()
          .satisfies(
              place -> {
                assertThat(place.member().instance().name()).isEqualTo("relay");
                assertThat(place.role()).isEqualTo(ReplicaRole.SOURCE);
                assertThat(place.problem()).startsWith("unreachable");
              });
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void aWorkersApplyTimeIsToldOrItIsSaidThatItIsNot(Distribution distribution) throws Exception {
    boolean maria = distribution == Distribution.MARIADB_11_4;
    String[] options = maria ? new String[0] : new String[] {"--replica-parallel-workers=2"};
    try (Fleet fleet = TestFleet.start(distribution, 1, options);
        Connections connections = RealServers.connections(fleet.source().password())) {
      Server replica = server("replica", fleet.replicas().getFirst());
      var looks =
          new Replications(
              connections, () -> List.of(replica), new MemorySettings(), Clock.systemUTC());
      run(fleet.source(), "CREATE DATABASE slow", "CREATE TABLE slow.t (id INT PRIMARY KEY)");
      fleet.awaitReplicated();
      if (maria) {
        assertThat(looks.read(replica).notes())
            .anyMatch(note -> note.startsWith("MariaDB does not tell what its appliers apply"));
        return;
      }
      // A session of the replica holds the row that the applier then wants.
      try (Connection holder = fleet.replicas().getFirst().connect();
          Statement statement = holder.createStatement()) {
        statement.execute("SET GLOBAL super_read_only=0");
        holder.setAutoCommit(false);
        statement.execute("SET sql_log_bin=0");
        statement.execute("INSERT INTO slow.t VALUES (1)");
        run(fleet.source(), "INSERT INTO slow.t VALUES (1)");
        ReplicaWorker worker = null;
        for (int i = 0; i < 300 && worker == null; i++) {
          LockSupport.parkNanos(100_000_000);
          worker =
              workers(looks.read(replica)).stream()
                  .filter(one -> one.applyingUs().orElse(0) > 1_500_000)
                  .findFirst()
                  .orElse(null);
        }
        assertThat(worker).isNotNull();
        assertThat(worker.busy()).isTrue();
        assertThat(worker.words()).startsWith("applies for ");
        assertThat(worker.transaction()).contains(":");
        holder.rollback();
      }
      fleet.awaitReplicated();
      List<ReplicaWorker> after = workers(looks.read(replica));
      assertThat(after).hasSize(2).noneMatch(ReplicaWorker::busy);
      assertThat(after).anyMatch(one -> one.lastTookUs().orElse(0) > 1_500_000);
    }
  }

  private static List<ReplicaWorker> workers(
      org.binnacle.diagnosis.replication.ReplicaScene scene) {
    var workers = new ArrayList<ReplicaWorker>();
    scene.channels().forEach(channel -> workers.addAll(channel.workers()));
    return workers;
  }
}
