package org.binnacle.testkit.junit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.binnacle.testkit.RunningServer;

/// Trouble on purpose, on real connections: transactions that idle, row lock waits, metadata lock
/// queues, deadlocks. Each method returns when the server itself shows the trouble. Closing ends
/// all of it.
///
/// The scene has a table `scene` (`id INT PRIMARY KEY, v INT`) with the rows 1 to 10 in the schema
/// that it was given.
public final class Scene implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final TestSchema schema;
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private Scene(TestSchema schema) {
    this.schema = schema;
  }

  public static Scene in(TestSchema schema) throws SQLException {
    schema.run(
        "CREATE TABLE scene (id INT PRIMARY KEY, v INT NOT NULL)",
        "INSERT INTO scene VALUES (1,0),(2,0),(3,0),(4,0),(5,0),(6,0),(7,0),(8,0),(9,0),(10,0)");
    return new Scene(schema);
  }

  /// A transaction that changed a row and does nothing more.
  ///
  /// @return its connection id
  public long idleInTransaction(int row) throws SQLException {
    Connection connection = open();
    connection.setAutoCommit(false);
    run(connection, "UPDATE scene SET v = v + 1 WHERE id = " + row);
    return id(connection);
  }

  /// A statement that waits for the lock on a row that another transaction of the scene holds.
  ///
  /// @return the waiter's connection id
  public long rowLockWait(int row) throws SQLException {
    Connection connection = open();
    run(connection, "SET SESSION innodb_lock_wait_timeout = 600");
    return background(
        connection,
        "UPDATE scene SET v = v + 10 WHERE id = " + row,
        "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT' AND"
            + " trx_mysql_thread_id = ");
  }

  /// A transaction that changed one row and waits for another, which a transaction of the scene
  /// holds.
  ///
  /// @return its connection id
  public long holdsAndWaits(int held, int wanted) throws SQLException {
    Connection connection = open();
    run(connection, "SET SESSION innodb_lock_wait_timeout = 600");
    connection.setAutoCommit(false);
    run(connection, "UPDATE scene SET v = v + 1 WHERE id = " + held);
    return background(
        connection,
        "UPDATE scene SET v = v + 10 WHERE id = " + wanted,
        "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT' AND"
            + " trx_mysql_thread_id = ");
  }

  /// A statement that waits for a metadata lock on the table.
  ///
  /// @return its connection id
  public long metadataWait(String sql) throws SQLException {
    return metadataLockWait(sql);
  }

  /// A metadata lock pile: a transaction that read the table, an ALTER that waits for it, and
  /// readers that wait for the ALTER.
  ///
  /// @return connection ids: the holder, the ALTER, then the readers
  public List<Long> metadataLockPile(int readers) throws SQLException {
    var ids = new ArrayList<Long>();
    Connection holder = open();
    holder.setAutoCommit(false);
    run(holder, "SELECT COUNT(*) FROM scene");
    ids.add(id(holder));
    ids.add(metadataLockWait("ALTER TABLE scene ADD COLUMN extra INT"));
    for (int i = 0; i < readers; i++) {
      ids.add(metadataLockWait("SELECT COUNT(*) FROM scene"));
    }
    return ids;
  }

  private long metadataLockWait(String sql) throws SQLException {
    return background(
        open(),
        sql,
        "SELECT COUNT(*) FROM information_schema.processlist WHERE state ="
            + " 'Waiting for table metadata lock' AND id = ");
  }

  /// Two transactions that lock two rows crosswise; one of them is rolled back by the server before
  /// this returns. Leaves no lock behind.
  public void deadlock(int row, int other) throws SQLException {
    Connection first = open();
    Connection second = open();
    first.setAutoCommit(false);
    second.setAutoCommit(false);
    run(first, "UPDATE scene SET v = v + 1 WHERE id = " + row);
    run(second, "UPDATE scene SET v = v + 1 WHERE id = " + other);
    background(
        first,
        "UPDATE scene SET v = v + 1 WHERE id = " + other,
        "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT' AND"
            + " trx_mysql_thread_id = ");
    try {
      run(second, "UPDATE scene SET v = v + 1 WHERE id = " + row);
    } catch (SQLException e) {
      // this one is the victim; else the first is
    }
    threads.removeLast();
    drop(second);
    drop(first);
  }

  /// A statement that sleeps.
  ///
  /// @return its connection id
  public long sleeper(int seconds) throws SQLException {
    return background(
        open(),
        "SELECT SLEEP(" + seconds + ")",
        "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'SELECT SLEEP%' AND"
            + " id = ");
  }

  public RunningServer server() {
    return schema.server();
  }

  /// Starts a statement on a thread of its own and waits until the question about its connection id
  /// is answered with a number above zero.
  private long background(Connection connection, String sql, String question) throws SQLException {
    long id = id(connection);
    threads.add(
        Thread.ofVirtual()
            .name("scene-" + id)
            .start(
                () -> {
                  try {
                    run(connection, sql);
                  } catch (SQLException e) {
                    // killed, rolled back or closed: what scenes are for
                  }
                }));
    await(sql, question + id);
    return id;
  }

  /// Returns when the server no longer shows this session waiting for a row lock, as after its
  /// blocker was killed. A look at transactions within 100 ms of another is answered from the cache
  /// on MariaDB and MySQL 5.7, so that a killed blocker's waiter still waits there for a moment.
  public void isServed(long id) throws SQLException {
    await(
        "the end of the wait of " + id,
        "SELECT COUNT(*) = 0 FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT' AND"
            + " trx_mysql_thread_id = "
            + id);
  }

  /// Asks until the answer is a number above zero.
  private void await(String what, String question) throws SQLException {
    long until = System.nanoTime() + LIMIT.toNanos();
    try (Connection looking = schema.server().connect();
        Statement statement = looking.createStatement()) {
      while (true) {
        try (ResultSet rows = statement.executeQuery(question)) {
          rows.next();
          if (rows.getInt(1) > 0) {
            return;
          }
        }
        if (System.nanoTime() > until) {
          throw new AssertionError("not seen within " + LIMIT + ": " + what);
        }
        // Information about transactions is cached for 100 ms by the server.
        LockSupport.parkNanos(Duration.ofMillis(110).toNanos());
      }
    }
  }

  private Connection open() throws SQLException {
    Connection connection = schema.connect();
    connections.add(connection);
    return connection;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long id(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT CONNECTION_ID()")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void drop(Connection connection) throws SQLException {
    connections.remove(connection);
    connection.abort(Runnable::run);
  }

  /// Ends every connection of the scene and waits until the server has let go of them and shows
  /// none of their transactions.
  @Override
  public void close() throws SQLException {
    try (Connection killer = schema.server().connect()) {
      String mine =
          "SELECT id FROM information_schema.processlist WHERE db = '"
              + schema.name()
              + "' AND id <> CONNECTION_ID()";
      for (long until = System.nanoTime() + LIMIT.toNanos(); ; ) {
        var ids = new ArrayList<Long>();
        try (Statement statement = killer.createStatement();
            ResultSet rows = statement.executeQuery(mine)) {
          while (rows.next()) {
            ids.add(rows.getLong(1));
          }
        }
        if (ids.isEmpty() || System.nanoTime() > until) {
          break;
        }
        for (long id : ids) {
          try {
            run(killer, "KILL " + id);
          } catch (SQLException e) {
            // gone meanwhile
          }
        }
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
    for (Connection connection : List.copyOf(connections)) {
      drop(connection);
    }
    // What was shown of transactions less than 100 ms ago may be shown again.
    LockSupport.parkNanos(Duration.ofMillis(110).toNanos());
  }
}
