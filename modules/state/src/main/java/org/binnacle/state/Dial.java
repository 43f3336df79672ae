package org.binnacle.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.binnacle.kernel.Fault;
import org.h2.Driver;
import org.h2.api.ErrorCode;

/// Opens the database, alone or together with other processes, and is patient where one of them is
/// just opening or closing it.
final class Dial {
  static final String USER = "binnacle";
  private static final long PATIENCE_S = 10;

  static {
    // Read by H2 once, when its classes load: without it the first process would serve the other
    // ones on every address of this machine.
    System.setProperty("h2.bindAddress", "127.0.0.1");
  }

  private Dial() {}

  /// An open database and the version of its schema.
  record Opened(Connection connection, int version) {}

  @FunctionalInterface
  interface Attempt<T> {
    T make() throws SQLException;
  }

  /// Tries again for ten seconds while the failure is one that passes.
  static <T> T patiently(Attempt<T> attempt) throws SQLException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (true) {
      try {
        return attempt.make();
      } catch (SQLException e) {
        if (!passes(e) || System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  }

  /// Other processes may have it open too.
  static Connection shared(StateFolder folder) throws SQLException {
    return patiently(() -> connect(folder, true));
  }

  /// Fails at once where another process has it open.
  static Connection alone(StateFolder folder) throws SQLException {
    return connect(folder, false);
  }

  static Opened opened(StateFolder folder) throws SQLException {
    Connection connection = shared(folder);
    try {
      return new Opened(connection, Schema.versionOf(connection));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  static String url(StateFolder folder, boolean shared) {
    String path = folder.database().toString().replace('\\', '/');
    if (path.indexOf(';') >= 0) {
      throw new Fault(StateFaults.FOLDER, "a semicolon in " + folder.root());
    }
    return "jdbc:h2:file:"
        + path
        + ";LOCK_TIMEOUT=5000;MAX_COMPACT_TIME=0"
        + (shared ? ";AUTO_SERVER=TRUE" : "");
  }

  /// The connection is gone, and with it what was not committed.
  static boolean lost(SQLException e) {
    return switch (e.getErrorCode()) {
      case ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN ->
          true;
      default -> false;
    };
  }

  private static boolean passes(SQLException e) {
    return lost(e)
        || e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
        || e.getErrorCode() == ErrorCode.ERROR_OPENING_DATABASE_1;
  }

  private static Connection connect(StateFolder folder, boolean shared) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", "");
    // Asked directly: DriverManager would load every driver of the class path.
    Connection connection = new Driver().connect(url(folder, shared), properties);
    if (connection == null) {
      throw new Fault(StateFaults.FOLDER, folder.root().toString());
    }
    connection.setAutoCommit(false);
    return connection;
  }
}
