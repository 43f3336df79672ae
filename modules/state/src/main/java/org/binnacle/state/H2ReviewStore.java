package org.binnacle.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.binnacle.review.history.KeptRun;
import org.binnacle.review.history.Life;
import org.binnacle.review.history.Look;
import org.binnacle.review.history.ReviewStore;
import org.binnacle.review.history.Scope;

/// Kept reviews in the state database.
public final class H2ReviewStore implements ReviewStore {
  private final StateDatabase database;

  public H2ReviewStore(StateDatabase database) {
    this.database = database;
  }

  @Override
  public void keep(KeptRun run, List<Look> looks) {
    database.keep(
        connection -> {
          new ReviewWriting(connection, run).write(looks);
          return true;
        });
  }

  @Override
  public Optional<KeptRun> run(UUID id) {
    return runs("WHERE r.id = ?", id).stream().findFirst();
  }

  @Override
  public Optional<KeptRun> last(String project, String path) {
    return runs(
            """
            JOIN review_look l ON l.run_id = r.id JOIN review_path p ON p.id = l.path_id
            WHERE o.name = ? AND p.path = ? ORDER BY r.number DESC LIMIT 1""",
            project,
            path)
        .stream()
        .findFirst();
  }

  @Override
  public List<KeptRun> runs(Scope scope, int limit) {
    var where = ReviewRows.Where.of(scope, "r.at");
    return database.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  ReviewRows.RUNS + where.sql() + " ORDER BY r.at DESC, r.number DESC LIMIT ?")) {
            where.fill(query);
            query.setInt(where.size() + 1, limit);
            try (ResultSet rows = query.executeQuery()) {
              return StateDatabase.rows(rows, ReviewRows::run);
            }
          }
        });
  }

  private List<KeptRun> runs(String rest, Object... values) {
    return database.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(ReviewRows.RUNS + " " + rest)) {
            fill(query, values);
            try (ResultSet rows = query.executeQuery()) {
              return StateDatabase.rows(rows, ReviewRows::run);
            }
          }
        });
  }

  @Override
  public List<String> paths(UUID run) {
    return texts(
        """
        SELECT p.path FROM review_look l JOIN review_path p ON p.id = l.path_id
        WHERE l.run_id = ? ORDER BY p.path""",
        run);
  }

  @Override
  public List<String> projects() {
    return texts(
        """
        SELECT o.name FROM review_project o JOIN review_run r ON r.project_id = o.id
        GROUP BY o.name ORDER BY MAX(r.at) DESC""");
  }

  private List<String> texts(String sql, Object... values) {
    return database.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            fill(query, values);
            try (ResultSet rows = query.executeQuery()) {
              return StateDatabase.rows(rows, row -> row.getString(1));
            }
          }
        });
  }

  @Override
  public List<Life> seen(UUID run, String path) {
    return database.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  """
                  SELECT l.seen FROM review_look l JOIN review_path p ON p.id = l.path_id
                  WHERE l.run_id = ? AND p.path = ?""")) {
            fill(query, run, path);
            try (ResultSet rows = query.executeQuery()) {
              return rows.next() ? lives(connection, Numbers.unpack(rows.getBytes(1))) : List.of();
            }
          }
        });
  }

  private static List<Life> lives(Connection connection, long[] ids) throws SQLException {
    Object[] boxed = java.util.Arrays.stream(ids).boxed().toArray();
    try (PreparedStatement query =
        connection.prepareStatement(
            ReviewRows.LIVES + " WHERE f.id = ANY(?) ORDER BY f.line, f.id")) {
      query.setArray(1, connection.createArrayOf("BIGINT", boxed));
      try (ResultSet rows = query.executeQuery()) {
        return StateDatabase.rows(rows, ReviewRows::life);
      }
    }
  }

  @Override
  public void lives(Scope scope, Consumer<Life> to) {
    var where =
        ReviewRows.Where.of(scope, "GREATEST(f.last_at, COALESCE(f.fixed_at, f.last_at))")
            .author(scope, "f.author")
            .rule(scope);
    each(ReviewRows.LIVES, where, row -> to.accept(ReviewRows.life(row)));
  }

  @Override
  public void shares(Scope scope, Consumer<Share> to) {
    var where = ReviewRows.Where.of(scope, "r.at").author(scope, "s.author");
    each(
        """
        SELECT r.at, o.name AS project, p.path, s.author, s.statements FROM review_share s
        JOIN review_run r ON r.id = s.run_id JOIN review_path p ON p.id = s.path_id
        JOIN review_project o ON o.id = r.project_id""",
        where,
        row ->
            to.accept(
                new Share(
                    ReviewRows.instant(row, "at"),
                    row.getString("project"),
                    row.getString("path"),
                    row.getString("author"),
                    row.getInt("statements"))));
  }

  @FunctionalInterface
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private void each(String sql, ReviewRows.Where where, Row to) {
    database.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(sql + where.sql())) {
            where.fill(query);
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                to.read(rows);
              }
            }
          }
          return true;
        });
  }

  @Override
  public Map<String, String> words(Collection<String> fingerprints) {
    return database.call(
        connection -> {
          var words = new HashMap<String, String>();
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT fingerprint, words FROM review_statement WHERE fingerprint = ANY(?)")) {
            query.setArray(1, connection.createArrayOf("VARCHAR", fingerprints.toArray()));
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                words.put(rows.getString(1), rows.getString(2));
              }
            }
          }
          return words;
        });
  }

  @Override
  public void prune(Instant before) {
    var at = ReviewRows.at(before);
    database.call(
        connection -> {
          if (change(connection, "DELETE FROM review_run WHERE at < ?", at) > 0) {
            change(
                connection,
                """
                DELETE FROM review_finding WHERE last_at < ?
                AND (fixed_at IS NULL OR fixed_at < ?)""",
                at,
                at);
            tidy(connection);
          }
          return true;
        });
  }

  /// What nothing points to any more.
  private static void tidy(Connection connection) throws SQLException {
    change(
        connection,
        """
        DELETE FROM review_path p WHERE NOT EXISTS (SELECT 1 FROM review_look l WHERE l.path_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM review_finding f WHERE f.path_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM review_share s WHERE s.path_id = p.id)""");
    change(
        connection,
        """
        DELETE FROM review_statement WHERE fingerprint NOT IN
        (SELECT fingerprint FROM review_finding)""");
  }

  @Override
  public void forgetAuthors() {
    database.keep(
        connection -> {
          change(connection, "UPDATE review_finding SET author = '' WHERE author <> ''");
          return change(connection, "UPDATE review_share SET author = '' WHERE author <> ''");
        });
  }

  @Override
  public void forgetProject(String project) {
    String its = " IN (SELECT id FROM review_project WHERE name = ?)";
    database.keep(
        connection -> {
          change(connection, "DELETE FROM review_run WHERE project_id" + its, project);
          change(
              connection,
              "DELETE FROM review_finding WHERE path_id IN (SELECT id FROM review_path WHERE"
                  + " project_id"
                  + its
                  + ")",
              project);
          tidy(connection);
          return change(connection, "DELETE FROM review_project WHERE name = ?", project);
        });
  }

  private static int change(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(sql)) {
      fill(change, values);
      return change.executeUpdate();
    }
  }

  private static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
