package org.binnacle.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.review.Level;
import org.binnacle.review.history.KeptRun;
import org.binnacle.review.history.Life;
import org.binnacle.review.history.Mark;
import org.binnacle.review.history.Scope;
import org.binnacle.review.history.Seen;
import org.binnacle.review.report.Told;

/// Rows of kept reviews, and the conditions of a scope.
final class ReviewRows {
  static final String LIVES =
      """
      SELECT f.*, p.path, o.name AS project FROM review_finding f
      JOIN review_path p ON p.id = f.path_id JOIN review_project o ON o.id = p.project_id""";
  static final String RUNS =
      "SELECT r.*, o.name AS project FROM review_run r JOIN review_project o ON o.id = r.project_id";

  private ReviewRows() {}

  static Life life(ResultSet row) throws SQLException {
    var seen =
        new Seen(
            new Mark(row.getString("rule"), row.getString("fingerprint"), row.getString("object")),
            Level.valueOf(row.getString("level")),
            row.getString("kind"),
            row.getInt("statement"),
            row.getInt("line"),
            row.getString("message"),
            row.getString("author"),
            Told.State.valueOf(row.getString("state")));
    return new Life(
        row.getLong("id"),
        row.getString("project"),
        row.getString("path"),
        seen,
        instant(row, "first_at"),
        instant(row, "last_at"),
        row.getInt("times"),
        Optional.ofNullable(row.getObject("fixed_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  static KeptRun run(ResultSet row) throws SQLException {
    return new KeptRun(
        row.getObject("id", UUID.class),
        instant(row, "at"),
        row.getString("project"),
        KeptRun.Origin.valueOf(row.getString("origin")),
        row.getString("rule_set"),
        row.getString("rule_set_hash"),
        row.getString("server"),
        new KeptRun.Totals(
            row.getInt("files"),
            row.getInt("statements"),
            row.getInt("errors"),
            row.getInt("warnings"),
            row.getInt("notices"),
            row.getInt("suppressed"),
            row.getInt("known")));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  /// Conditions with their values.
  static final class Where {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Where and(String condition, Object... its) {
      sql.append(sql.isEmpty() ? " WHERE " : " AND ").append(condition);
      values.addAll(List.of(its));
      return this;
    }

    /// @param time the column that must not lie before the scope's beginning
    static Where of(Scope scope, String time) {
      var where = new Where();
      scope.since().ifPresent(from -> where.and(time + " >= ?", at(from)));
      scope.project().ifPresent(name -> where.and("o.name = ?", name));
      return where;
    }

    Where author(Scope scope, String column) {
      scope
          .author()
          .ifPresent(name -> and("LOWER(" + column + ") = ?", name.toLowerCase(Locale.ROOT)));
      return this;
    }

    Where rule(Scope scope) {
      scope
          .rule()
          .ifPresent(
              rule -> {
                if (rule.endsWith(".*")) {
                  String family = rule.substring(0, rule.length() - 1);
                  and("LEFT(f.rule, ?) = ?", family.length(), family);
                } else {
                  and("f.rule = ?", rule);
                }
              });
      return this;
    }

    String sql() {
      return sql.toString();
    }

    void fill(PreparedStatement query) throws SQLException {
      for (int i = 0; i < values.size(); i++) {
        query.setObject(i + 1, values.get(i));
      }
    }

    int size() {
      return values.size();
    }
  }
}
