package org.binnacle.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.binnacle.explain.worksheet.RanStatement;
import org.binnacle.explain.worksheet.StatementHistory;

/// What was run, in the state database; written soon after, the oldest beyond 10,000 go.
public final class H2StatementHistory implements StatementHistory {
  private static final int STAY = 10_000;
  private static final int LONGEST = 10_000;
  private final StateDatabase database;

  public H2StatementHistory(StateDatabase database) {
    this.database = database;
  }

  @Override
  public void add(RanStatement ran) {
    database.later(
        connection -> {
          try (PreparedStatement insert =
                  connection.prepareStatement(
                      """
                      INSERT INTO ran_statement
                        (at, instance, database_name, statement, outcome, detail, took_ms)
                      VALUES (?, ?, ?, ?, ?, ?, ?)""");
              PreparedStatement delete =
                  connection.prepareStatement(
                      "DELETE FROM ran_statement WHERE number <= (SELECT MAX(number) FROM ran_statement) - ?")) {
            insert.setObject(1, ran.at().atOffset(ZoneOffset.UTC));
            insert.setString(2, ran.instance());
            insert.setString(3, ran.database());
            insert.setString(4, ran.sql());
            insert.setString(5, ran.outcome());
            insert.setString(
                6, ran.detail().substring(0, Math.min(LONGEST, ran.detail().length())));
            insert.setLong(7, ran.took().toMillis());
            insert.executeUpdate();
            delete.setInt(1, STAY);
            return delete.executeUpdate();
          }
        });
  }

  @Override
  public List<RanStatement> newest(String containing, int limit) {
    return database.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  """
                  SELECT * FROM ran_statement WHERE number IN (
                    SELECT MAX(number) FROM ran_statement
                    WHERE ? = '' OR LOCATE(?, LOWER(CONCAT_WS(CHAR(10),
                      statement, instance, database_name))) > 0
                    GROUP BY CAST(statement AS VARCHAR(100000)), instance, database_name)
                  ORDER BY number DESC LIMIT ?""")) {
            String wanted = containing.toLowerCase(Locale.ROOT);
            query.setString(1, wanted);
            query.setString(2, wanted);
            query.setInt(3, limit);
            try (ResultSet rows = query.executeQuery()) {
              return StateDatabase.rows(rows, H2StatementHistory::ran);
            }
          }
        });
  }

  private static RanStatement ran(ResultSet row) throws SQLException {
    return new RanStatement(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("instance"),
        row.getString("database_name"),
        row.getString("statement"),
        row.getString("outcome"),
        row.getString("detail"),
        Duration.ofMillis(row.getLong("took_ms")));
  }

  @Override
  public void clear() {
    database.call(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM ran_statement")) {
            return delete.executeUpdate();
          }
        });
  }
}
