package org.binnacle.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import org.binnacle.review.history.Life;
import org.binnacle.review.history.Matching;
import org.binnacle.review.history.Seen;

/// Begins, carries on and ends lives of findings, in batches.
final class ReviewFindings implements AutoCloseable {
  private static final int ROUND = 500;

  private final Connection connection;
  private final OffsetDateTime at;
  private final PreparedStatement begin;
  private final PreparedStatement goOn;
  private final PreparedStatement end;
  private final Deque<Long> ids = new ArrayDeque<>();

  ReviewFindings(Connection connection, Instant at) throws SQLException {
    this.connection = connection;
    this.at = ReviewRows.at(at);
    this.begin =
        connection.prepareStatement(
            """
            INSERT INTO review_finding (fingerprint, level, statement, line, message, author, state,
              object, last_at, id, path_id, rule, kind, first_at, times)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""");
    this.goOn =
        connection.prepareStatement(
            """
            UPDATE review_finding SET fingerprint = ?, level = ?, statement = ?, line = ?, message = ?,
              author = ?, state = ?, object = ?, last_at = ?, times = times + 1 WHERE id = ?""");
    this.end = connection.prepareStatement("UPDATE review_finding SET fixed_at = ? WHERE id = ?");
  }

  /// @return the ids of what the run saw
  long[] write(int path, Matching<Life> matching) throws SQLException {
    long[] seen = new long[matching.same().size() + matching.fresh().size()];
    int count = 0;
    for (var pair : matching.same()) {
      fill(goOn, pair.now(), pair.then().id());
      goOn.addBatch();
      seen[count++] = pair.then().id();
    }
    for (Seen one : matching.fresh()) {
      long id = next();
      Seen kept = fill(begin, one, id);
      begin.setInt(11, path);
      begin.setString(12, kept.mark().rule());
      begin.setString(13, kept.kind());
      begin.setObject(14, at);
      begin.addBatch();
      seen[count++] = id;
    }
    for (Life gone : matching.gone()) {
      end.setObject(1, at);
      end.setLong(2, gone.id());
      end.addBatch();
    }
    return seen;
  }

  private Seen fill(PreparedStatement statement, Seen one, long id) throws SQLException {
    Seen seen = ReviewWriting.kept(one);
    statement.setString(1, seen.mark().fingerprint());
    statement.setString(2, seen.level().name());
    statement.setInt(3, seen.statement());
    statement.setInt(4, seen.line());
    statement.setString(5, seen.message());
    statement.setString(6, seen.author());
    statement.setString(7, seen.state().name());
    statement.setString(8, seen.mark().object());
    statement.setObject(9, at);
    statement.setLong(10, id);
    return seen;
  }

  private long next() throws SQLException {
    if (ids.isEmpty()) {
      try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT NEXT VALUE FOR review_finding_id FROM SYSTEM_RANGE(1, " + ROUND + ")");
          ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
    }
    return ids.removeFirst();
  }

  void flush() throws SQLException {
    begin.executeBatch();
    goOn.executeBatch();
    end.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    begin.close();
    goOn.close();
    end.close();
  }
}
