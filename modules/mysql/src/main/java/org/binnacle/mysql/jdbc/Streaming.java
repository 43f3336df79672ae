package org.binnacle.mysql.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.SqlFaults;
import org.binnacle.mysql.Taker;

/// Runs one statement and hands its answers over as they come. The driver reads row by row where
/// the fetch size is the smallest integer (Connector/J manual, "ResultSet"): the server's socket is
/// then read no faster than the taker takes.
final class Streaming {
  private Streaming() {}

  static void run(Connection connection, String sql, Taker taker, Runnable enough) {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(Integer.MIN_VALUE);
      statement.setEscapeProcessing(false);
      boolean rows = statement.execute(sql);
      while (true) {
        if (rows) {
          if (!take(statement, taker, enough)) {
            return;
          }
        } else {
          long affected = statement.getLargeUpdateCount();
          if (affected < 0) {
            return;
          }
          taker.affected(affected);
        }
        rows = statement.getMoreResults();
      }
    } catch (SQLException e) {
      throw Faults.ofStatement(e);
    }
  }

  /// Whether all rows were taken.
  private static boolean take(Statement statement, Taker taker, Runnable enough)
      throws SQLException {
    ResultSet rows = statement.getResultSet();
    var columns = new JdbcColumns(rows);
    taker.columns(columns.columns());
    while (rows.next()) {
      if (!taker.row(columns)) {
        enough.run();
        drained(rows);
        return false;
      }
    }
    rows.close();
    return true;
  }

  /// What the server had sent already is read to its end, which is its error 1317 where it was told
  /// to stop.
  private static void drained(ResultSet rows) throws SQLException {
    try {
      rows.close();
    } catch (SQLException e) {
      Fault fault = Faults.ofStatement(e);
      if (!fault.code().equals(SqlFaults.KILLED)) {
        throw e;
      }
    }
  }
}
