package org.binnacle.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.binnacle.diagnosis.deadlock.DeadlockStore;

/// Deadlocks in the state database, each once an instance.
public final class H2Deadlocks implements DeadlockStore {
  private static final int LONGEST_PRINT = 400;
  private final StateDatabase database;

  public H2Deadlocks(StateDatabase database) {
    this.database = database;
  }

  @Override
  public boolean keep(String instanceId, Kept deadlock) {
    return database.keep(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO deadlock (instance_id, fingerprint, seen_at, section)
                  SELECT ?, ?, ?, ? WHERE NOT EXISTS
                   (SELECT 1 FROM deadlock WHERE instance_id=? AND fingerprint=?)""")) {
            insert.setString(1, instanceId);
            insert.setString(2, print(deadlock.fingerprint()));
            insert.setObject(3, deadlock.seenAt().atOffset(ZoneOffset.UTC));
            insert.setString(4, deadlock.section());
            insert.setString(5, instanceId);
            insert.setString(6, print(deadlock.fingerprint()));
            return insert.executeUpdate() == 1;
          }
        });
  }

  private static String print(String fingerprint) {
    return fingerprint.substring(0, Math.min(LONGEST_PRINT, fingerprint.length()));
  }

  @Override
  public int count(String instanceId) {
    return database.call(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT COUNT(*) FROM deadlock WHERE instance_id=?")) {
            select.setString(1, instanceId);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }

  @Override
  public List<Kept> newest(String instanceId, int limit) {
    return database.call(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  SELECT seen_at, fingerprint, section FROM deadlock WHERE instance_id=?
                   ORDER BY seen_at DESC, fingerprint DESC LIMIT ?""")) {
            select.setString(1, instanceId);
            select.setInt(2, limit);
            var kept = new ArrayList<Kept>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                kept.add(
                    new Kept(
                        rows.getObject(1, OffsetDateTime.class).toInstant(),
                        rows.getString(2),
                        rows.getString(3)));
              }
            }
            return kept;
          }
        });
  }
}
