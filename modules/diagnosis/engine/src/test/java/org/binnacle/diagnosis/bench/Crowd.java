package org.binnacle.diagnosis.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.binnacle.testkit.RunningServer;

/// Sessions that a bench opens: sleeping, busy or waiting ones.
final class Crowd implements AutoCloseable {
  private static final int CONNECTING = 32;

  private final RunningServer running;
  private final List<Connection> open = new CopyOnWriteArrayList<>();
  private final List<Thread> busy = new CopyOnWriteArrayList<>();

  Crowd(RunningServer running) {
    this.running = running;
  }

  /// Without TLS: it is the server's side that is measured.
  private Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:mysql://%s:%d/?sslMode=DISABLED&allowPublicKeyRetrieval=true&cacheServerConfiguration=true"
                .formatted(running.host(), running.port()),
            running.user(),
            running.password());
    open.add(connection);
    return connection;
  }

  /// Sessions that only sleep.
  void sleep(int sessions) throws InterruptedException {
    many(sessions, "");
  }

  /// Sessions that run a statement, which nobody waits for.
  void run(int sessions, String sql) throws InterruptedException {
    many(sessions, sql);
  }

  private void many(int sessions, String sql) throws InterruptedException {
    var places = new Semaphore(CONNECTING);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < sessions; i++) {
        places.acquire();
        threads.execute(
            () -> {
              try {
                Connection connection = connect();
                if (!sql.isEmpty()) {
                  busy.add(Thread.ofVirtual().start(() -> execute(connection, sql)));
                }
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              } finally {
                places.release();
              }
            });
      }
    }
  }

  private static void execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException ended) {
      // The bench has ended.
    }
  }

  /// An open transaction.
  Connection idle(String... statements) throws SQLException {
    Connection connection = connect();
    connection.setAutoCommit(false);
    for (String sql : statements) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
    return connection;
  }

  int size() {
    return open.size();
  }

  @Override
  public void close() {
    for (Connection connection : open) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        // It is gone.
      }
    }
  }
}
