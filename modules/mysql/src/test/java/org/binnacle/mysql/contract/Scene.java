package org.binnacle.mysql.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.binnacle.testkit.RunningServer;

/// A holder idle inside its transaction, a waiter for its row, and a statement that sleeps.
final class Scene implements AutoCloseable {
  static final String LONG_TAIL = " /* " + "x".repeat(2000) + " end */";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  final Connection holder;
  final Connection waiter;
  final Connection sleeper;
  final Connection idle;

  Scene(RunningServer server, String schema) throws SQLException {
    try (Connection root = server.connect()) {
      Bed.run(
          root,
          "DROP DATABASE IF EXISTS " + schema,
          "CREATE DATABASE " + schema,
          "CREATE TABLE " + schema + ".stock (id INT PRIMARY KEY, qty INT) ENGINE=InnoDB",
          "INSERT INTO " + schema + ".stock VALUES (1,10),(2,20)",
          "CREATE PROCEDURE "
              + schema
              + ".write_it() INSERT INTO "
              + schema
              + ".stock VALUES (9,9)");
    }
    holder = server.connect();
    waiter = server.connect();
    sleeper = server.connect();
    idle = server.connect();
    Bed.run(holder, "USE " + schema, "BEGIN", "UPDATE stock SET qty=qty-1 WHERE id=1");
    Bed.run(waiter, "USE " + schema, "SET SESSION innodb_lock_wait_timeout=50");
    start(waiter, "UPDATE stock SET qty=qty-2 WHERE id=1");
    Bed.run(sleeper, "USE " + schema);
    start(sleeper, "SELECT SLEEP(50)" + LONG_TAIL);
  }

  /// Runs it beside; it ends when it is killed or its connection closed.
  void start(Connection connection, String sql) {
    threads.execute(
        () -> {
          try {
            Bed.run(connection, sql);
          } catch (SQLException e) {
            // Killed, as the test wants.
          }
        });
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : new Connection[] {holder, waiter, sleeper, idle}) {
      connection.abort(Runnable::run);
    }
    threads.close();
  }
}
