package org.binnacle.testkit.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.binnacle.kernel.Fault;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;

/// A source with replicas that follow it by GTID. Closes all of them.
public final class Fleet implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String ACCOUNT = "'replicator'@'%'";

  private final List<RunningServer> servers;

  /// Makes the others follow the first, and waits until they do.
  ///
  /// @param servers started, without rows that differ; the first becomes the source
  public static Fleet of(List<RunningServer> servers) {
    var fleet = new Fleet(servers);
    try {
      fleet.join();
      return fleet;
    } catch (SQLException e) {
      throw new Fault(ServerFaults.START, "replication: " + e.getMessage(), e);
    }
  }

  private Fleet(List<RunningServer> servers) {
    this.servers = List.copyOf(servers);
  }

  public RunningServer source() {
    return servers.getFirst();
  }

  public List<RunningServer> replicas() {
    return servers.subList(1, servers.size());
  }

  /// The source first.
  public List<RunningServer> servers() {
    return servers;
  }

  private void join() throws SQLException {
    run(
        source(),
        "CREATE USER " + ACCOUNT + " IDENTIFIED BY '" + Accounts.PASSWORD + "'",
        "GRANT REPLICATION SLAVE ON *.* TO " + ACCOUNT);
    for (RunningServer replica : replicas()) {
      follow(replica);
    }
    awaitReplicated();
  }

  private void follow(RunningServer replica) throws SQLException {
    String where =
        "%1$s_HOST = '127.0.0.1', %1$s_PORT = %2$d, %1$s_USER = 'replicator', %1$s_PASSWORD = '%3$s', %1$s_CONNECT_RETRY = 1, ";
    switch (replica.distribution()) {
      case MYSQL_8_0, MYSQL_9 ->
          run(
              replica,
              "CHANGE REPLICATION SOURCE TO "
                  + where.formatted("SOURCE", source().port(), Accounts.PASSWORD)
                  + "SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1",
              "SET GLOBAL super_read_only = ON",
              "START REPLICA");
      case MYSQL_5_7 ->
          run(
              replica,
              "CHANGE MASTER TO "
                  + where.formatted("MASTER", source().port(), Accounts.PASSWORD)
                  + "MASTER_AUTO_POSITION = 1",
              "SET GLOBAL super_read_only = ON",
              "START SLAVE");
      case MARIADB_10_11, MARIADB_11_4 ->
          run(
              replica,
              "CHANGE MASTER TO "
                  + where.formatted("MASTER", source().port(), Accounts.PASSWORD)
                  + "MASTER_SSL = 0, MASTER_SSL_VERIFY_SERVER_CERT = 0, MASTER_USE_GTID = slave_pos",
              "SET GLOBAL read_only = ON",
              "START SLAVE");
    }
  }

  /// Waits until each replica has applied all that the source has committed by now.
  public void awaitReplicated() throws SQLException {
    boolean maria =
        source().distribution() == Distribution.MARIADB_10_11
            || source().distribution() == Distribution.MARIADB_11_4;
    String committed =
        read(source(), "SELECT @@GLOBAL." + (maria ? "gtid_binlog_pos" : "gtid_executed"));
    for (RunningServer replica : replicas()) {
      String question =
          maria
              ? "SELECT MASTER_GTID_WAIT('" + committed + "', 0.2)"
              : "SELECT NOT GTID_SUBSET('" + committed + "', @@GLOBAL.gtid_executed)";
      long until = System.nanoTime() + LIMIT.toNanos();
      while (!"0".equals(read(replica, question))) {
        if (System.nanoTime() > until) {
          throw new Fault(ServerFaults.START, "the replica at port " + replica.port() + " lags");
        }
        LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
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

  private static String read(RunningServer server, String sql) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  @Override
  public void close() {
    // Replicas first: they would complain of a lost source.
    new ArrayList<>(servers).reversed().forEach(RunningServer::close);
  }
}
