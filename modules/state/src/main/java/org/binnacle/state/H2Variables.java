package org.binnacle.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.binnacle.diagnosis.variable.VariableChange;
import org.binnacle.diagnosis.variable.VariableStore;

/// The last look at variables and the log of their changes in the state database.
public final class H2Variables implements VariableStore {
  private static final String BETWEEN = "\u0000";
  private static final int LONGEST_VALUE = 100_000;

  private final StateDatabase database;

  public H2Variables(StateDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<Seen> last(String instanceId) {
    return database.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT at, content FROM variable_look WHERE instance_id = ?")) {
            query.setString(1, instanceId);
            try (ResultSet row = query.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Seen(
                          row.getObject(1, OffsetDateTime.class).toInstant(),
                          values(row.getBytes(2))))
                  : Optional.<Seen>empty();
            }
          }
        });
  }

  private static Map<String, String> values(byte[] packed) {
    String[] parts = Packed.text(packed).split(BETWEEN, -1);
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i + 1 < parts.length; i += 2) {
      values.put(parts[i], parts[i + 1]);
    }
    return values;
  }

  private static byte[] packed(Map<String, String> values) {
    var text = new StringBuilder();
    new TreeMap<>(values)
        .forEach(
            (name, value) ->
                text.append(name)
                    .append(BETWEEN)
                    .append(value.replace(BETWEEN, ""))
                    .append(BETWEEN));
    return Packed.of(text.toString());
  }

  @Override
  public void keep(String instanceId, Seen look, List<VariableChange> changes) {
    database.call(
        connection -> {
          try (PreparedStatement merge =
              connection.prepareStatement(
                  """
                  MERGE INTO variable_look (instance_id, at, content)
                  KEY (instance_id) VALUES (?, ?, ?)""")) {
            merge.setString(1, instanceId);
            merge.setObject(2, at(look.at()));
            merge.setBytes(3, packed(look.values()));
            merge.executeUpdate();
          }
          if (!changes.isEmpty()) {
            log(connection, instanceId, changes);
          }
          return true;
        });
  }

  private static void log(Connection connection, String instanceId, List<VariableChange> changes)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO variable_change (instance_id, name, was, became, after, seen_at)
            VALUES (?, ?, ?, ?, ?, ?)""")) {
      for (VariableChange change : changes) {
        insert.setString(1, instanceId);
        insert.setString(2, change.name());
        insert.setString(3, cut(change.was()));
        insert.setString(4, cut(change.now()));
        insert.setObject(5, at(change.after()));
        insert.setObject(6, at(change.seenAt()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            DELETE FROM variable_change WHERE instance_id = ? AND number <=
             (SELECT number FROM variable_change WHERE instance_id = ?
              ORDER BY number DESC LIMIT 1 OFFSET ?)""")) {
      delete.setString(1, instanceId);
      delete.setString(2, instanceId);
      delete.setInt(3, KEPT);
      delete.executeUpdate();
    }
  }

  private static @org.jspecify.annotations.Nullable String cut(Optional<String> value) {
    return value
        .map(text -> text.substring(0, Math.min(LONGEST_VALUE, text.length())))
        .orElse(null);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  @Override
  public List<VariableChange> changes(String instanceId) {
    return database.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  """
                  SELECT name, was, became, after, seen_at FROM variable_change
                  WHERE instance_id = ? ORDER BY number DESC""")) {
            query.setString(1, instanceId);
            try (ResultSet rows = query.executeQuery()) {
              return StateDatabase.rows(
                  rows,
                  row ->
                      new VariableChange(
                          row.getString(1),
                          Optional.ofNullable(row.getString(2)),
                          Optional.ofNullable(row.getString(3)),
                          row.getObject(4, OffsetDateTime.class).toInstant(),
                          row.getObject(5, OffsetDateTime.class).toInstant()));
            }
          }
        });
  }
}
