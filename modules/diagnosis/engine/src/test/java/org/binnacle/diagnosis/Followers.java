package org.binnacle.diagnosis;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.binnacle.diagnosis.replication.Heartbeat;
import org.binnacle.diagnosis.replication.ReplicaChannel;
import org.binnacle.diagnosis.replication.ReplicaReader;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestFleet;
import org.binnacle.testkit.server.Fleet;

/// A source with one replica, and the words of its family to break and mend replication.
final class Followers implements AutoCloseable {
  private final Fleet fleet;
  private final boolean maria;
  final Connections connections;
  final Server source;
  final Server replica;

  Followers(Distribution distribution) {
    maria = distribution.name().startsWith("MARIADB");
    fleet =
        maria
            ? TestFleet.start(distribution, 1, "--gtid-strict-mode=OFF")
            : TestFleet.start(distribution, 1, "--replica-parallel-workers=4");
    connections = RealServers.connections(fleet.source().password());
    source = server("source", fleet.source());
    replica = server("replica", fleet.replicas().getFirst());
  }

  private static Server server(String name, RunningServer running) {
    return RealServers.server(name, running.host(), running.port(), running.user(), Safety.RELAXED);
  }

  RunningServer sourceServer() {
    return fleet.source();
  }

  void onSource(String... statements) throws SQLException {
    run(fleet.source(), statements);
  }

  void onReplica(String... statements) throws SQLException {
    run(fleet.replicas().getFirst(), statements);
  }

  /// As somebody who may write to a replica; with or without its own binlog.
  void writeOnReplica(boolean logged, String... statements) throws SQLException {
    try (Connection connection = fleet.replicas().getFirst().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(maria ? "SET GLOBAL read_only=0" : "SET GLOBAL super_read_only=0");
      statement.execute("SET sql_log_bin=" + (logged ? 1 : 0));
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void run(RunningServer server, String... statements) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  void stop(String thread) throws SQLException {
    onReplica((maria ? "STOP SLAVE " : "STOP REPLICA ") + thread);
  }

  void start(String thread) throws SQLException {
    onReplica((maria ? "START SLAVE " : "START REPLICA ") + thread);
  }

  /// @param option such as `PASSWORD='x'`
  void change(String option) throws SQLException {
    onReplica(
        maria
            ? "CHANGE MASTER TO MASTER_" + option
            : "CHANGE REPLICATION SOURCE TO SOURCE_" + option);
  }

  void replicated() throws SQLException {
    fleet.awaitReplicated();
  }

  long rowsOnReplica(String table) throws SQLException {
    try (Connection connection = fleet.replicas().getFirst().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  ReplicaScene look(Server server) {
    return connections.monitor(server, new ReplicaReader(Clock.systemUTC(), new Heartbeat())::read);
  }

  /// Looks until the replica's one channel is so.
  ReplicaChannel until(Predicate<ReplicaChannel> wanted) {
    List<ReplicaChannel> channels = look(replica).channels();
    for (int i = 0; i < 300; i++) {
      if (channels.size() == 1 && wanted.test(channels.getFirst())) {
        return channels.getFirst();
      }
      LockSupport.parkNanos(100_000_000);
      channels = look(replica).channels();
    }
    throw new AssertionError("never so: " + channels);
  }

  @Override
  public void close() {
    connections.close();
    fleet.close();
  }
}
