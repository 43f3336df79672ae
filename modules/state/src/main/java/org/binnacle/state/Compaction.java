package org.binnacle.state;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/// Gives room of the file back when the database is closed. H2 writes what changes behind what is
/// there; what that leaves free is used again, but the file does not become shorter, and the 200 ms
/// that H2 takes for it at a close are not enough after a day of writing.
final class Compaction {
  /// A command that looked something up does not make its user wait.
  private static final Duration LONG_RUN = Duration.ofMinutes(5);

  private static final long LARGE = 4 << 20;
  private static final int FULL_PERCENT = 70;

  private Compaction() {}

  /// Closes the database compacted where that is worth it.
  ///
  /// @param ran how long this process has had it open
  /// @return whether it is closed now
  static boolean close(Connection connection, Duration ran) throws SQLException {
    if (ran.compareTo(LONG_RUN) < 0 || shared(connection) || !wasteful(connection)) {
      return false;
    }
    connection.commit();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN COMPACT");
    } catch (SQLException e) {
      if (!Dial.lost(e)) {
        throw e;
      }
    }
    return true;
  }

  /// Another process may be at work: it would lose its connection.
  private static boolean shared(Connection connection) throws SQLException {
    return number(connection, "SELECT COUNT(*) FROM information_schema.sessions") != 1;
  }

  private static boolean wasteful(Connection connection) throws SQLException {
    return setting(connection, "info.FILE_SIZE") >= LARGE
        && Math.min(
                setting(connection, "info.FILL_RATE"), setting(connection, "info.CHUNKS_FILL_RATE"))
            < FULL_PERCENT;
  }

  private static long setting(Connection connection, String name) throws SQLException {
    return number(
        connection,
        "SELECT COALESCE(MAX(CAST(setting_value AS BIGINT)), 100) FROM information_schema.settings"
            + " WHERE setting_name = '"
            + name
            + "'");
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
