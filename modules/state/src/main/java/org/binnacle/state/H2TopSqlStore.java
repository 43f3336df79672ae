package org.binnacle.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.StatementText;
import org.binnacle.diagnosis.topsql.TopSqlStore;

/// The history of top SQL in the state database: a block an hour of an instance, and one row a
/// statement. Numbers of statements never change, so they are remembered.
public final class H2TopSqlStore implements TopSqlStore {
  private static final String BETWEEN = "\u0000";

  private final StateDatabase database;
  private final Map<StatementKey, Integer> known = new HashMap<>();

  public H2TopSqlStore(StateDatabase database) {
    this.database = database;
  }

  @Override
  public synchronized Map<StatementKey, Integer> numbers(Collection<StatementKey> keys) {
    var fresh = keys.stream().filter(key -> !known.containsKey(key)).toList();
    if (!fresh.isEmpty()) {
      known.putAll(
          database.call(
              connection -> {
                Map<StatementKey, Integer> found = new HashMap<>();
                for (StatementKey key : fresh) {
                  found.put(key, number(connection, key));
                }
                return found;
              }));
    }
    Map<StatementKey, Integer> numbers = new HashMap<>();
    for (StatementKey key : keys) {
      Integer number = known.get(key);
      if (number != null) {
        numbers.put(key, number);
      }
    }
    return numbers;
  }

  private static int number(Connection connection, StatementKey key) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT id FROM top_sql_statement WHERE digest = ? AND schema_name = ?")) {
      query.setString(1, key.digest());
      query.setString(2, key.schema());
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          return row.getInt(1);
        }
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO top_sql_statement (digest, schema_name) VALUES (?, ?)",
            new String[] {"ID"})) {
      insert.setString(1, key.digest());
      insert.setString(2, key.schema());
      insert.executeUpdate();
      try (ResultSet row = insert.getGeneratedKeys()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  @Override
  public Map<Integer, StatementKey> statements(Collection<Integer> numbers) {
    return database.call(
        connection -> {
          Map<Integer, StatementKey> found = new HashMap<>();
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT schema_name, digest FROM top_sql_statement WHERE id = ?")) {
            for (int number : numbers) {
              query.setInt(1, number);
              try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                  found.put(number, new StatementKey(row.getString(1), row.getString(2)));
                }
              }
            }
          }
          return found;
        });
  }

  @Override
  public void keepTexts(Map<StatementKey, StatementText> texts) {
    Map<StatementKey, Integer> numbers = numbers(texts.keySet());
    database.call(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement("UPDATE top_sql_statement SET words = ? WHERE id = ?")) {
            for (var text : texts.entrySet()) {
              Integer number = numbers.get(text.getKey());
              if (number != null) {
                update.setBytes(
                    1, Packed.of(text.getValue().text() + BETWEEN + text.getValue().sample()));
                update.setInt(2, number);
                update.addBatch();
              }
            }
            update.executeBatch();
          }
          return true;
        });
  }

  @Override
  public Map<StatementKey, StatementText> texts(Collection<StatementKey> keys) {
    return database.call(
        connection -> {
          Map<StatementKey, StatementText> found = new HashMap<>();
          try (PreparedStatement query =
              connection.prepareStatement(
                  """
                  SELECT words FROM top_sql_statement
                  WHERE digest = ? AND schema_name = ? AND words IS NOT NULL""")) {
            for (StatementKey key : keys) {
              query.setString(1, key.digest());
              query.setString(2, key.schema());
              try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                  found.put(key, text(row.getBytes(1)));
                }
              }
            }
          }
          return found;
        });
  }

  private static StatementText text(byte[] packed) {
    String both = Packed.text(packed);
    int at = both.indexOf(BETWEEN);
    return new StatementText(both.substring(0, at), both.substring(at + 1));
  }

  @Override
  public void append(String instanceId, int hour, byte[] packed) {
    database.call(on -> H2TopSqlBlocks.append(on, instanceId, hour, packed));
  }

  @Override
  public void keep(String instanceId, int hour, byte[] packed) {
    database.call(on -> H2TopSqlBlocks.keep(on, instanceId, hour, packed));
  }

  @Override
  public List<byte[]> blocks(String instanceId, int hour) {
    return database.call(on -> H2TopSqlBlocks.blocks(on, instanceId, hour));
  }

  @Override
  public List<Integer> inPieces(String instanceId, int beforeHour) {
    return database.call(on -> H2TopSqlBlocks.inPieces(on, instanceId, beforeHour));
  }

  @Override
  public int forget(int beforeHour) {
    return database.call(on -> H2TopSqlBlocks.forget(on, beforeHour));
  }
}
