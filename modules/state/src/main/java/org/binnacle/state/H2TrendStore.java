package org.binnacle.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import org.binnacle.diagnosis.trend.TrendStore;

/// The course of figures in the state database.
public final class H2TrendStore implements TrendStore {
  private final StateDatabase database;

  public H2TrendStore(StateDatabase database) {
    this.database = database;
  }

  @Override
  public void keep(List<Block> blocks) {
    if (blocks.isEmpty()) {
      return;
    }
    database.keep(
        connection -> {
          try (PreparedStatement merge =
              connection.prepareStatement(
                  "MERGE INTO trend (instance_id, hour_number, block) KEY (instance_id, hour_number) VALUES (?, ?, ?)")) {
            for (Block block : blocks) {
              merge.setString(1, block.instanceId());
              merge.setLong(2, block.hour());
              merge.setBytes(3, block.bytes());
              merge.addBatch();
            }
            merge.executeBatch();
          }
          return true;
        });
  }

  @Override
  public List<Block> find(String instanceId, long from, long to) {
    return database.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT hour_number, block FROM trend WHERE instance_id = ? AND hour_number BETWEEN ? AND ? ORDER BY hour_number")) {
            query.setString(1, instanceId);
            query.setLong(2, from);
            query.setLong(3, to);
            try (ResultSet rows = query.executeQuery()) {
              return StateDatabase.rows(
                  rows,
                  row -> new Block(instanceId, row.getLong("hour_number"), row.getBytes("block")));
            }
          }
        });
  }

  @Override
  public void forget(long beforeHour) {
    database.keep(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM trend WHERE hour_number < ?")) {
            delete.setLong(1, beforeHour);
            delete.executeUpdate();
          }
          return true;
        });
  }
}
