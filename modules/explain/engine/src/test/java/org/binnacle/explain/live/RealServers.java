package org.binnacle.explain.live;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.binnacle.explain.Servers;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestAccount;

/// The engine's doors on servers that really run; for tests of all packages of this module.
public final class RealServers implements Servers, Secrets, AutoCloseable {
  private final Map<String, Server> servers = new HashMap<>();
  private final Map<String, String> passwords = new HashMap<>();
  public final Connections connections = new PooledConnections(this);
  public final Explaining explaining = new Explaining(connections, this, Clock.systemUTC());

  /// A server as its all-powerful account sees it.
  public InstanceRef of(RunningServer running, Safety safety) {
    return add(running, running.user(), running.password(), safety);
  }

  public InstanceRef of(RunningServer running, TestAccount account) {
    return add(running, account.user(), account.password(), Safety.RELAXED);
  }

  private InstanceRef add(RunningServer running, String user, String password, Safety safety) {
    String name = user + "-" + running.port() + "-" + safety;
    var ref =
        new InstanceRef(
            name, name, running.host() + ":" + running.port(), "test", "grey", safety, "");
    var tls = new Tls(Tls.Mode.PREFERRED, Optional.empty(), true);
    servers.put(name, new Server(ref, running.host(), running.port(), user, tls, Optional.empty()));
    passwords.put(name, password);
    return ref;
  }

  @Override
  public Optional<Server> find(String id) {
    return Optional.ofNullable(servers.get(id));
  }

  @Override
  public Optional<Secret> password(Server server) {
    return Optional.ofNullable(passwords.get(server.id()))
        .map(text -> new Secret(text.toCharArray()));
  }

  @Override
  public Optional<Secret> tunnel(Server server) {
    return Optional.empty();
  }

  /// Starts a statement on a thread of its own and waits until the server shows it.
  ///
  /// @return its connection id
  public static long start(Connection connection, RunningServer server, String sql)
      throws SQLException {
    long id;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT CONNECTION_ID()")) {
      rows.next();
      id = rows.getLong(1);
    }
    var _ =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                  } catch (SQLException e) {
                    // ended by the test
                  }
                });
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    try (Connection looking = server.connect();
        Statement statement = looking.createStatement()) {
      while (true) {
        try (ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.processlist WHERE state <> 'init' AND"
                    + " info IS NOT NULL AND id = "
                    + id)) {
          rows.next();
          if (rows.getInt(1) > 0) {
            return id;
          }
        }
        if (System.nanoTime() > until) {
          throw new AssertionError("never seen: " + sql);
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  /// Ends a connection and waits until the server has let go of it.
  public static void end(RunningServer server, long id) throws SQLException {
    try (Connection killer = server.connect();
        Statement statement = killer.createStatement()) {
      statement.execute("KILL " + id);
      while (true) {
        try (ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.processlist WHERE id = " + id)) {
          rows.next();
          if (rows.getInt(1) == 0) {
            return;
          }
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
