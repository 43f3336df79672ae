package org.binnacle.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanStore;

/// Kept plans in the state database.
public final class H2PlanStore implements PlanStore {
  private final StateDatabase database;

  public H2PlanStore(StateDatabase database) {
    this.database = database;
  }

  @Override
  public void keep(KeptPlan plan) {
    database.keep(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO kept_plan (id, at, digest, statement, instance_id, instance,
                    database_name, version, origin, raw, name, pinned)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, plan.id());
            insert.setObject(2, plan.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, plan.digest());
            insert.setString(4, plan.statement());
            insert.setString(5, plan.instanceId());
            insert.setString(6, plan.instance());
            insert.setString(7, plan.database());
            insert.setString(8, plan.version());
            insert.setString(9, plan.origin());
            insert.setString(10, plan.raw());
            insert.setString(11, plan.name());
            insert.setBoolean(12, plan.pinned());
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public Optional<KeptPlan> find(UUID id) {
    return plans("SELECT * FROM kept_plan WHERE id = ?", id).stream().findFirst();
  }

  @Override
  public List<KeptPlan> of(String digest) {
    return plans("SELECT * FROM kept_plan WHERE digest = ? ORDER BY at DESC", digest);
  }

  @Override
  public List<KeptPlan> newest(String containing, int limit) {
    String wanted = containing.toLowerCase(Locale.ROOT);
    return plans(
        """
        SELECT * FROM kept_plan WHERE ? = '' OR LOCATE(?, LOWER(CONCAT_WS(CHAR(10),
          statement, name, instance, database_name, digest))) > 0
        ORDER BY at DESC LIMIT ?""",
        wanted,
        wanted,
        limit);
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
        DELETE FROM kept_plan WHERE NOT pinned AND id NOT IN (
          SELECT id FROM kept_plan WHERE NOT pinned ORDER BY at DESC LIMIT ?)""",
        stay);
  }

  private List<KeptPlan> plans(String sql, Object... arguments) {
    return database.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            fill(query, arguments);
            try (ResultSet rows = query.executeQuery()) {
              return StateDatabase.rows(rows, H2PlanStore::plan);
            }
          }
        });
  }

  private void changed(String sql, Object... arguments) {
    database.keep(
        connection -> {
          try (PreparedStatement change = connection.prepareStatement(sql)) {
            fill(change, arguments);
            return change.executeUpdate();
          }
        });
  }

  private static void fill(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }

  private static KeptPlan plan(ResultSet row) throws SQLException {
    return new KeptPlan(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("digest"),
        row.getString("statement"),
        row.getString("instance_id"),
        row.getString("instance"),
        row.getString("database_name"),
        row.getString("version"),
        row.getString("origin"),
        row.getString("raw"),
        row.getString("name"),
        row.getBoolean("pinned"));
  }
}
