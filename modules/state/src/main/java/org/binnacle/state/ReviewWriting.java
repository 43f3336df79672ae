package org.binnacle.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.binnacle.review.history.KeptRun;
import org.binnacle.review.history.Life;
import org.binnacle.review.history.Look;
import org.binnacle.review.history.Matching;
import org.binnacle.review.history.Seen;

/// Writes one run. The project's row is changed first, which keeps other processes' runs of it
/// waiting until this one is committed.
final class ReviewWriting {
  /// Of fewer files the findings are asked for one by one.
  private static final int FEW = 50;

  private final Connection connection;
  private final KeptRun run;

  ReviewWriting(Connection connection, KeptRun run) {
    this.connection = connection;
    this.run = run;
  }

  void write(List<Look> looks) throws SQLException {
    run(project());
    int project = number("SELECT id FROM review_project WHERE name = ?", run.project());
    Map<String, Integer> paths = paths(project, looks);
    Map<String, List<Life>> alive = alive(project, paths, looks);
    words(looks);
    try (PreparedStatement look =
            connection.prepareStatement(
                "INSERT INTO review_look (run_id, path_id, seen) VALUES (?, ?, ?)");
        PreparedStatement share =
            connection.prepareStatement(
                "INSERT INTO review_share (run_id, path_id, author, statements)"
                    + " VALUES (?, ?, ?, ?)");
        var findings = new ReviewFindings(connection, run.at())) {
      for (Look one : looks) {
        int path = Objects.requireNonNull(paths.get(one.path()));
        var matching =
            Matching.of(
                alive.getOrDefault(one.path(), List.of()), Life::seen, one.seen(), one.ran());
        look.setObject(1, run.id());
        look.setInt(2, path);
        look.setBytes(3, Numbers.pack(findings.write(path, matching)));
        look.addBatch();
        for (var its : one.shares().entrySet()) {
          share.setObject(1, run.id());
          share.setInt(2, path);
          share.setString(3, ReviewRows.cut(its.getKey(), 300));
          share.setInt(4, its.getValue());
          share.addBatch();
        }
      }
      look.executeBatch();
      share.executeBatch();
      findings.flush();
    }
  }

  /// @return the number of this run in its project
  private long project() throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE review_project SET runs = runs + 1 WHERE name = ?")) {
      update.setString(1, run.project());
      if (update.executeUpdate() == 0) {
        try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO review_project (name, runs) VALUES (?, 1)")) {
          insert.setString(1, run.project());
          insert.executeUpdate();
        }
      }
    }
    return number("SELECT runs FROM review_project WHERE name = ?", run.project());
  }

  private int number(String sql, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private void run(long number) throws SQLException {
    var totals = run.totals();
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO review_run (id, project_id, number, at, origin, rule_set, rule_set_hash, server,
              files, statements, errors, warnings, notices, suppressed, known)
            VALUES (?, (SELECT id FROM review_project WHERE name = ?), ?, ?, ?, ?, ?, ?,
              ?, ?, ?, ?, ?, ?, ?)""")) {
      insert.setObject(1, run.id());
      insert.setString(2, run.project());
      insert.setLong(3, number);
      insert.setObject(4, ReviewRows.at(run.at()));
      insert.setString(5, run.origin().name());
      insert.setString(6, ReviewRows.cut(run.ruleSet(), 1_000));
      insert.setString(7, run.ruleSetHash());
      insert.setString(8, ReviewRows.cut(run.server(), 100));
      insert.setInt(9, totals.files());
      insert.setInt(10, totals.statements());
      insert.setInt(11, totals.errors());
      insert.setInt(12, totals.warnings());
      insert.setInt(13, totals.notices());
      insert.setInt(14, totals.suppressed());
      insert.setInt(15, totals.known());
      insert.executeUpdate();
    }
  }

  private Map<String, Integer> paths(int project, List<Look> looks) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement(
            """
            INSERT INTO review_path (project_id, path) SELECT ?, ? WHERE NOT EXISTS
            (SELECT 1 FROM review_path WHERE project_id = ? AND path = ?)""")) {
      for (Look look : looks) {
        merge.setInt(1, project);
        merge.setString(2, look.path());
        merge.setInt(3, project);
        merge.setString(4, look.path());
        merge.addBatch();
      }
      merge.executeBatch();
    }
    var paths = new HashMap<String, Integer>();
    Object[] names = looks.stream().map(Look::path).toArray();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT id, path FROM review_path WHERE project_id = ? AND path = ANY(?)")) {
      query.setInt(1, project);
      query.setArray(2, connection.createArrayOf("VARCHAR", names));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          paths.put(rows.getString(2), rows.getInt(1));
        }
      }
    }
    return paths;
  }

  /// The findings of these files that live.
  private Map<String, List<Life>> alive(int project, Map<String, Integer> paths, List<Look> looks)
      throws SQLException {
    var alive = new HashMap<String, List<Life>>();
    boolean few = looks.size() <= FEW;
    String which = few ? "f.path_id = ANY(?)" : "p.project_id = ?";
    try (PreparedStatement query =
        connection.prepareStatement(
            ReviewRows.LIVES + " WHERE f.fixed_at IS NULL AND " + which + " ORDER BY f.id")) {
      if (few) {
        query.setArray(1, connection.createArrayOf("INTEGER", paths.values().toArray()));
      } else {
        query.setInt(1, project);
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Life life = ReviewRows.life(rows);
          alive.computeIfAbsent(life.path(), p -> new ArrayList<>()).add(life);
        }
      }
    }
    return alive;
  }

  private void words(List<Look> looks) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement(
            "MERGE INTO review_statement (fingerprint, words) KEY (fingerprint) VALUES (?, ?)")) {
      for (Look look : looks) {
        for (var one : look.words().entrySet()) {
          merge.setString(1, one.getKey());
          merge.setString(2, ReviewRows.cut(one.getValue(), 4_100));
          merge.addBatch();
        }
      }
      merge.executeBatch();
    }
  }

  /// As it is kept: texts cut where the columns end.
  static Seen kept(Seen seen) {
    var mark = seen.mark();
    return new Seen(
        new org.binnacle.review.history.Mark(
            ReviewRows.cut(mark.rule(), 200),
            mark.fingerprint(),
            ReviewRows.cut(mark.object(), 1_000)),
        seen.level(),
        ReviewRows.cut(seen.kind(), 30),
        seen.statement(),
        seen.line(),
        ReviewRows.cut(seen.message(), 2_000),
        ReviewRows.cut(seen.author(), 300),
        seen.state());
  }
}
