package org.binnacle.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.binnacle.kernel.Settings;

/// Settings in the state database, held in memory: reads and writes never block, writes reach the
/// disk soon after, at the latest when the database is closed. What another process writes while
/// this one runs is seen at the next start; of two writers the later wins.
public final class H2Settings implements Settings {
  private final StateDatabase database;
  private final ConcurrentSkipListMap<String, String> values = new ConcurrentSkipListMap<>();

  public H2Settings(StateDatabase database) {
    this.database = database;
    database.call(
        connection -> {
          try (PreparedStatement query =
                  connection.prepareStatement("SELECT name, content FROM setting");
              ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              values.put(rows.getString(1), rows.getString(2));
            }
          }
          return true;
        });
  }

  @Override
  public Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public void put(String key, String value) {
    if (value.equals(values.put(key, value))) {
      return;
    }
    database.later(
        connection -> {
          try (PreparedStatement merge =
              connection.prepareStatement(
                  "MERGE INTO setting (name, content) KEY (name) VALUES (?, ?)")) {
            merge.setString(1, key);
            merge.setString(2, value);
            return merge.executeUpdate();
          }
        });
  }

  @Override
  public void remove(String key) {
    if (values.remove(key) == null) {
      return;
    }
    database.later(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM setting WHERE name = ?")) {
            delete.setString(1, key);
            return delete.executeUpdate();
          }
        });
  }

  @Override
  public Map<String, String> under(String prefix) {
    var found = new TreeMap<String, String>();
    for (var entry : values.tailMap(prefix).entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        break;
      }
      found.put(entry.getKey(), entry.getValue());
    }
    return found;
  }
}
