package org.binnacle.sql.parse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.sql.Quote;
import org.binnacle.sql.SqlModes;

/// What a real server says of a statement: asked by PREPARE, which parses and runs nothing.
final class Truth implements AutoCloseable {
  private static final Pattern NEAR =
      Pattern.compile("near '(.*)' at line (\\d+)$", Pattern.DOTALL);

  private final Connection connection;
  private final Statement statement;

  Truth(Connection connection) throws SQLException {
    this.connection = connection;
    this.statement = connection.createStatement();
  }

  /// @param valid whether its syntax was taken
  /// @param offset where the server points at; -1 where it is valid or cannot be told
  record Verdict(boolean valid, int offset, String message) {}

  Verdict of(String sql) throws SQLException {
    statement.execute("SET @text = " + Quote.string(sql, SqlModes.DEFAULT));
    try {
      statement.execute("PREPARE truth FROM @text");
      return new Verdict(true, -1, "");
    } catch (SQLException e) {
      return e.getErrorCode() == 1064
          ? new Verdict(
              false, offset(sql, String.valueOf(e.getMessage())), String.valueOf(e.getMessage()))
          : new Verdict(true, -1, String.valueOf(e.getMessage()));
    }
  }

  /// The server prints up to 80 characters from the token on that it could not take.
  private static int offset(String sql, String message) {
    Matcher m = NEAR.matcher(message);
    if (!m.find()) {
      return -1;
    }
    String near = m.group(1);
    if (near.length() < 80) {
      return sql.endsWith(near) ? sql.length() - near.length() : -1;
    }
    int first = sql.indexOf(near);
    return first == sql.lastIndexOf(near) ? first : -1;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
