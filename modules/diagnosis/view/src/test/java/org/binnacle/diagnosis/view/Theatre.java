package org.binnacle.diagnosis.view;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.Records;
import org.binnacle.diagnosis.kill.Protection;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Words;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;

/// The engine and the kit of panels on a real server, and the sessions that a test starts there.
final class Theatre implements AutoCloseable {
  final MemoryAudit audit = new MemoryAudit();
  final MemorySettings settings = new MemorySettings();
  final List<Server> servers = new ArrayList<>();
  final PooledConnections connections;
  final Diagnosis diagnosis;
  final Kit kit;
  final Saves saves = new Saves();
  private final RunningServer running;
  private final String user;
  private final Tasks tasks;
  private final List<Connection> opened = new ArrayList<>();

  /// A chooser that answers with a file set before.
  static final class Saves implements Choosers {
    volatile Optional<Path> file = Optional.empty();
    volatile Optional<Path> opens = Optional.empty();

    @Override
    public Optional<Path> open(Window owner, String title, List<Kind> kinds) {
      return opens;
    }

    @Override
    public Optional<Path> save(Window owner, String title, String name, List<Kind> kinds) {
      return file;
    }

    @Override
    public Optional<Path> folder(Window owner, String title) {
      return Optional.empty();
    }
  }

  Theatre(RunningServer running) {
    this(running, running.user(), running.password());
  }

  /// @param user whose eyes the panels look with
  Theatre(RunningServer running, String user, String password) {
    this.running = running;
    this.user = user;
    Pictures.letters(settings);
    connections =
        new PooledConnections(
            new Secrets() {
              @Override
              public Optional<Secret> password(Server server) {
                return Optional.of(new Secret(password.toCharArray()));
              }

              @Override
              public Optional<Secret> tunnel(Server server) {
                return Optional.empty();
              }
            });
    diagnosis =
        new Diagnosis(
            connections,
            () -> List.copyOf(servers),
            new Records(audit, settings),
            Protection.standard(),
            "anna",
            Clock.systemUTC());
    tasks = Screen.get(Tasks::new);
    kit = new Kit(diagnosis, settings, new Words(), tasks, saves);
  }

  InstanceRef instance(String name, Safety safety) {
    return instance(name, safety, running.port());
  }

  InstanceRef instance(String name, Safety safety, int port) {
    boolean strict = safety == Safety.STRICT;
    var ref =
        new InstanceRef(
            name,
            name,
            running.host() + ":" + port,
            strict ? "production" : "staging",
            strict ? "red" : "blue",
            safety,
            "shop");
    servers.add(
        new Server(
            ref,
            running.host(),
            port,
            user,
            new Tls(Tls.Mode.PREFERRED, Optional.empty(), true),
            Optional.empty()));
    return ref;
  }

  /// Starts a statement that nobody waits for.
  long run(String schema, String sql) throws SQLException {
    Connection connection = running.connect();
    opened.add(connection);
    if (!schema.isEmpty()) {
      connection.setCatalog(schema);
    }
    long id;
    try (Statement statement = connection.createStatement();
        var found = statement.executeQuery("SELECT CONNECTION_ID()")) {
      found.next();
      id = found.getLong(1);
    }
    var _ =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                  } catch (SQLException ended) {
                    Thread.currentThread().interrupt();
                  }
                });
    return id;
  }

  /// A transaction that stays open after these statements.
  Connection idle(String schema, String... statements) throws SQLException {
    Connection connection = running.connect();
    opened.add(connection);
    connection.setCatalog(schema);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return connection;
  }

  /// Ends every session that was started here.
  void quiet() throws SQLException {
    try (Connection killer = running.connect();
        Statement statement = killer.createStatement()) {
      for (Connection connection : opened) {
        try {
          statement.execute(
              "KILL "
                  + connection
                      .unwrap(com.mysql.cj.jdbc.JdbcConnection.class)
                      .getSession()
                      .getThreadId());
        } catch (SQLException alreadyGone) {
          // The test has killed it.
        }
        connection.abort(Runnable::run);
      }
    }
    opened.clear();
  }

  @Override
  public void close() throws SQLException {
    Screen.run(tasks::close);
    diagnosis.close();
    connections.close();
    quiet();
  }
}
