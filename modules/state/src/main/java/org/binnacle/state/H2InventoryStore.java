package org.binnacle.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.inventory.Environment;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.InventoryFaults;
import org.binnacle.inventory.InventoryStore;
import org.binnacle.inventory.SshTunnel;
import org.binnacle.inventory.TlsMode;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Safety;
import org.h2.api.ErrorCode;

/// The inventory in the state database.
public final class H2InventoryStore implements InventoryStore {
  private static final String INSERT =
      """
      INSERT INTO instance (id, name, name_key, host, port, account, credential, tls, ca,
        public_key_retrieval, tunnel_host, tunnel_port, tunnel_account, tunnel_key,
        tunnel_known_hosts, environment, cluster, business, region, role, tags, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private final StateDatabase database;

  public H2InventoryStore(StateDatabase database) {
    this.database = database;
  }

  @Override
  public List<Instance> instances() {
    return database.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement("SELECT * FROM instance")) {
            query.setFetchSize(2_000);
            try (ResultSet rows = query.executeQuery()) {
              return StateDatabase.rows(rows, H2InventoryStore::instance);
            }
          }
        });
  }

  @Override
  public void replace(List<Instance> saved, List<UUID> removed) {
    database.keep(
        connection -> {
          delete(connection, removed);
          delete(connection, saved.stream().map(Instance::id).toList());
          insert(connection, saved);
          return true;
        });
  }

  @Override
  public List<Environment> environments() {
    return database.call(
        connection -> {
          try (PreparedStatement query =
                  connection.prepareStatement(
                      "SELECT name, colour, safety FROM environment ORDER BY position");
              ResultSet rows = query.executeQuery()) {
            return StateDatabase.rows(
                rows,
                row ->
                    new Environment(
                        row.getString(1), row.getString(2), Safety.valueOf(row.getString(3))));
          }
        });
  }

  @Override
  public void saveEnvironments(List<Environment> environments) {
    database.keep(
        connection -> {
          try (PreparedStatement clear = connection.prepareStatement("DELETE FROM environment");
              PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT INTO environment (position, name, colour, safety) VALUES (?, ?, ?, ?)")) {
            clear.executeUpdate();
            for (int i = 0; i < environments.size(); i++) {
              insert.setInt(1, i);
              insert.setString(2, environments.get(i).name());
              insert.setString(3, environments.get(i).colour());
              insert.setString(4, environments.get(i).safety().name());
              insert.addBatch();
            }
            insert.executeBatch();
          }
          return true;
        });
  }

  private static void delete(Connection connection, List<UUID> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM instance WHERE id = ?")) {
      for (UUID id : ids) {
        delete.setObject(1, id);
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }

  private static void insert(Connection connection, List<Instance> instances) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Instance instance : instances) {
        fill(insert, instance);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      // Another process took the name after this one had read the inventory.
      if (duplicate(e)) {
        throw new Fault(InventoryFaults.NAME_TAKEN, instances.getFirst().name(), e);
      }
      throw e;
    }
  }

  private static boolean duplicate(SQLException e) {
    for (SQLException at = e; at != null; at = at.getNextException()) {
      if (at.getErrorCode() == ErrorCode.DUPLICATE_KEY_1) {
        return true;
      }
    }
    return false;
  }

  private static void fill(PreparedStatement insert, Instance instance) throws SQLException {
    insert.setObject(1, instance.id());
    insert.setString(2, instance.name());
    insert.setString(3, instance.name().toLowerCase(Locale.ROOT));
    insert.setString(4, instance.host());
    insert.setInt(5, instance.port());
    insert.setString(6, instance.user());
    insert.setString(7, instance.credential());
    insert.setString(8, instance.tls().name());
    insert.setString(9, instance.ca());
    insert.setBoolean(10, instance.publicKeyRetrieval());
    if (instance.tunnel().isPresent()) {
      SshTunnel tunnel = instance.tunnel().get();
      insert.setString(11, tunnel.host());
      insert.setInt(12, tunnel.port());
      insert.setString(13, tunnel.user());
      insert.setString(14, tunnel.key());
      insert.setString(15, tunnel.knownHosts());
    } else {
      insert.setNull(11, Types.VARCHAR);
      insert.setNull(12, Types.INTEGER);
      insert.setNull(13, Types.VARCHAR);
      insert.setNull(14, Types.VARCHAR);
      insert.setNull(15, Types.VARCHAR);
    }
    insert.setString(16, instance.environment());
    insert.setString(17, instance.cluster());
    insert.setString(18, instance.business());
    insert.setString(19, instance.region());
    insert.setString(20, instance.role());
    insert.setString(21, String.join(",", instance.tags()));
    insert.setString(22, instance.note());
  }

  private static Instance instance(ResultSet row) throws SQLException {
    String tunnelHost = row.getString("tunnel_host");
    Optional<SshTunnel> tunnel =
        tunnelHost == null
            ? Optional.empty()
            : Optional.of(
                new SshTunnel(
                    tunnelHost,
                    row.getInt("tunnel_port"),
                    row.getString("tunnel_account"),
                    row.getString("tunnel_key"),
                    row.getString("tunnel_known_hosts")));
    return new Instance(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("host"),
        row.getInt("port"),
        row.getString("account"),
        row.getString("credential"),
        TlsMode.valueOf(row.getString("tls")),
        row.getString("ca"),
        row.getBoolean("public_key_retrieval"),
        tunnel,
        row.getString("environment"),
        row.getString("cluster"),
        row.getString("business"),
        row.getString("region"),
        row.getString("role"),
        List.of(row.getString("tags").split(",")),
        row.getString("note"));
  }
}
