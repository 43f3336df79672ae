package org.binnacle.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.binnacle.explain.history.KeptHead;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanSearch;
import org.binnacle.explain.history.PlanShape;
import org.binnacle.explain.history.PlanStore;
import org.jspecify.annotations.Nullable;

/// Kept plans in the state database.
public final class H2PlanStore implements PlanStore {
  private final StateDatabase database;

  public H2PlanStore(StateDatabase database) {
    this.database = database;
  }

  @Override
  public void keep(KeptPlan plan, PlanShape shape) {
    database.keep(connection -> put(connection, plan, shape, true, ""));
  }

  private static int put(
      Connection connection, KeptPlan plan, PlanShape shape, boolean kept, String tab)
      throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement(
            """
            MERGE INTO kept_plan (id, at, digest, statement, instance_id, instance,
              database_name, version, origin, raw, name, pinned,
              beside, format, shape, steps, cost, ms, kept, tab)
            KEY (id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
      fill(
          merge,
          plan.id(),
          plan.at().atOffset(ZoneOffset.UTC),
          plan.digest(),
          plan.statement(),
          plan.instanceId(),
          plan.instance(),
          plan.database(),
          plan.version(),
          plan.origin(),
          plan.raw(),
          plan.name(),
          plan.pinned(),
          plan.beside(),
          shape.format(),
          shape.hash(),
          shape.steps(),
          boxed(shape.cost()),
          boxed(shape.ms()),
          kept,
          tab);
      return merge.executeUpdate();
    }
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  @Override
  public Optional<KeptPlan> find(UUID id) {
    return plans("SELECT * FROM kept_plan WHERE id = ?", id).stream().findFirst();
  }

  @Override
  public List<KeptHead> heads(PlanSearch search) {
    String wanted = search.containing().toLowerCase(Locale.ROOT);
    return rows(
        """
        SELECT * FROM (
          SELECT id, at, digest, statement, instance_id, instance, database_name, version, origin,
            name, pinned, format, shape, steps, cost, ms,
            LAG(shape) OVER same AS old_shape, LAG(id) OVER same AS old_id, LAG(at) OVER same AS old_at
          FROM kept_plan WHERE kept
          WINDOW same AS (PARTITION BY digest, instance_id, database_name, format ORDER BY at))
        WHERE (? = '' OR LOCATE(?, LOWER(CONCAT_WS(CHAR(10), statement, name, instance,
            database_name, version, digest))) > 0 OR LOCATE(?, CAST(id AS VARCHAR)) = 1)
          AND (? = '' OR digest = ?)
          AND (NOT ? OR (digest <> '' AND old_shape <> shape))
          AND (NOT ? OR pinned)
        ORDER BY at DESC LIMIT ?""",
        H2PlanStore::head,
        wanted,
        wanted,
        wanted,
        search.digest(),
        search.digest(),
        search.changed(),
        search.pinned(),
        search.limit());
  }

  @Override
  public Optional<KeptPlan> before(
      String digest, String instanceId, String database, String format, Instant at) {
    return plans(
            """
            SELECT * FROM kept_plan WHERE kept AND digest = ? AND instance_id = ?
              AND database_name = ? AND format IN (?, '') AND at < ? ORDER BY at DESC LIMIT 50""",
            digest,
            instanceId,
            database,
            format,
            at.atOffset(ZoneOffset.UTC))
        .stream()
        .filter(plan -> PlanShape.of(plan.plan()).format().equals(format))
        .findFirst();
  }

  @Override
  public void change(UUID id, String name, boolean pinned) {
    changed("UPDATE kept_plan SET name = ?, pinned = ? WHERE id = ?", name, pinned, id);
  }

  @Override
  public void remove(UUID id) {
    changed("DELETE FROM kept_plan WHERE id = ?", id);
  }

  @Override
  public void prune(int stay) {
    changed(
        """
        DELETE FROM kept_plan WHERE kept AND NOT pinned AND id NOT IN (
          SELECT id FROM kept_plan WHERE kept AND NOT pinned ORDER BY at DESC LIMIT ?)""",
        stay);
  }

  @Override
  public void show(String tab, KeptPlan plan, int most) {
    database.later(
        connection -> {
          int rows = update(connection, "DELETE FROM kept_plan WHERE NOT kept AND tab = ?", tab);
          rows += put(connection, plan, PlanShape.of(plan.plan()), false, tab);
          return rows
              + update(
                  connection,
                  """
                  DELETE FROM kept_plan WHERE NOT kept AND id NOT IN (
                    SELECT id FROM kept_plan WHERE NOT kept ORDER BY at DESC LIMIT ?)""",
                  most);
        });
  }

  @Override
  public Optional<KeptPlan> shown(String tab) {
    return plans("SELECT * FROM kept_plan WHERE NOT kept AND tab = ?", tab).stream().findFirst();
  }

  @Override
  public List<KeptPlan> unshaped(int limit) {
    return plans("SELECT * FROM kept_plan WHERE kept AND format = '' LIMIT ?", limit);
  }

  private List<KeptPlan> plans(String sql, Object... arguments) {
    return rows(sql, H2PlanStore::plan, arguments);
  }

  private <T> List<T> rows(String sql, StateDatabase.Reader<T> reader, Object... arguments) {
    return database.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            fill(query, arguments);
            try (ResultSet rows = query.executeQuery()) {
              return StateDatabase.rows(rows, reader);
            }
          }
        });
  }

  private void changed(String sql, Object... arguments) {
    database.keep(connection -> update(connection, sql, arguments));
  }

  private static int update(Connection connection, String sql, Object... arguments)
      throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(sql)) {
      fill(change, arguments);
      return change.executeUpdate();
    }
  }

  private static void fill(PreparedStatement statement, @Nullable Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }

  private static KeptHead head(ResultSet row) throws SQLException {
    String old = row.getString("old_shape");
    boolean changed =
        old != null && !row.getString("digest").isEmpty() && !old.equals(row.getString("shape"));
    return new KeptHead(
        row.getObject("id", UUID.class),
        instant(row, "at"),
        row.getString("digest"),
        row.getString("statement"),
        row.getString("instance_id"),
        row.getString("instance"),
        row.getString("database_name"),
        row.getString("version"),
        row.getString("origin"),
        row.getString("name"),
        row.getBoolean("pinned"),
        new PlanShape(
            row.getString("format"),
            row.getString("shape"),
            row.getInt("steps"),
            number(row, "cost"),
            number(row, "ms")),
        changed ? Optional.of(row.getObject("old_id", UUID.class)) : Optional.empty(),
        changed ? Optional.of(instant(row, "old_at")) : Optional.empty());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static KeptPlan plan(ResultSet row) throws SQLException {
    return new KeptPlan(
        row.getObject("id", UUID.class),
        instant(row, "at"),
        row.getString("digest"),
        row.getString("statement"),
        row.getString("instance_id"),
        row.getString("instance"),
        row.getString("database_name"),
        row.getString("version"),
        row.getString("origin"),
        row.getString("raw"),
        row.getString("beside"),
        row.getString("name"),
        row.getBoolean("pinned"));
  }
}
