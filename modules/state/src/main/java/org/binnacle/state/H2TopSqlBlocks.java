package org.binnacle.state;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rows of hour blocks and of the pieces of open hours. A block is written once; what is
/// written and deleted again within the hour is small.
final class H2TopSqlBlocks {
  private static final int PART = 1_000_000;

  private H2TopSqlBlocks() {}

  static int append(Connection connection, String instanceId, int hour, byte[] packed)
      throws SQLException {
    return insert(
        connection,
        "INSERT INTO top_sql_piece (instance_id, since_1970, part, content) VALUES (?, ?, ?, ?)",
        instanceId,
        hour,
        packed);
  }

  static int keep(Connection connection, String instanceId, int hour, byte[] packed)
      throws SQLException {
    for (String table : List.of("top_sql_block", "top_sql_piece")) {
      try (PreparedStatement delete =
          connection.prepareStatement(
              "DELETE FROM " + table + " WHERE instance_id = ? AND since_1970 = ?")) {
        delete.setString(1, instanceId);
        delete.setInt(2, hour);
        delete.executeUpdate();
      }
    }
    return insert(
        connection,
        "INSERT INTO top_sql_block (instance_id, since_1970, part, content) VALUES (?, ?, ?, ?)",
        instanceId,
        hour,
        packed);
  }

  private static int insert(
      Connection connection, String sql, String instanceId, int hour, byte[] packed)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int parts = 0;
      for (int at = 0; at < packed.length; at += PART) {
        insert.setString(1, instanceId);
        insert.setInt(2, hour);
        insert.setInt(3, parts++);
        insert.setBytes(4, Arrays.copyOfRange(packed, at, Math.min(packed.length, at + PART)));
        insert.executeUpdate();
      }
      return parts;
    }
  }

  static List<byte[]> blocks(Connection connection, String instanceId, int hour)
      throws SQLException {
    var blocks = new ArrayList<byte[]>();
    collect(
        connection,
        """
        SELECT part, content FROM top_sql_block
        WHERE instance_id = ? AND since_1970 = ? ORDER BY part""",
        instanceId,
        hour,
        blocks);
    collect(
        connection,
        """
        SELECT part, content FROM top_sql_piece
        WHERE instance_id = ? AND since_1970 = ? ORDER BY number""",
        instanceId,
        hour,
        blocks);
    return blocks;
  }

  private static void collect(
      Connection connection, String sql, String instanceId, int hour, List<byte[]> to)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, instanceId);
      query.setInt(2, hour);
      var block = new ByteArrayOutputStream();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          if (rows.getInt(1) == 0 && block.size() > 0) {
            to.add(block.toByteArray());
            block.reset();
          }
          block.writeBytes(rows.getBytes(2));
        }
      }
      if (block.size() > 0) {
        to.add(block.toByteArray());
      }
    }
  }

  static List<Integer> inPieces(Connection connection, String instanceId, int beforeHour)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT DISTINCT since_1970 FROM top_sql_piece
            WHERE instance_id = ? AND since_1970 < ? ORDER BY since_1970""")) {
      query.setString(1, instanceId);
      query.setInt(2, beforeHour);
      try (ResultSet rows = query.executeQuery()) {
        return StateDatabase.rows(rows, row -> row.getInt(1));
      }
    }
  }

  static int forget(Connection connection, int beforeHour) throws SQLException {
    int removed = 0;
    for (String table : List.of("top_sql_piece", "top_sql_block")) {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM " + table + " WHERE since_1970 < ?")) {
        delete.setInt(1, beforeHour);
        removed = delete.executeUpdate();
      }
    }
    return removed;
  }
}
