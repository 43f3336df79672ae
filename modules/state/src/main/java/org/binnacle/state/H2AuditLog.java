package org.binnacle.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;

/// The audit log in the state database. Nothing in the program changes or removes a row of it.
public final class H2AuditLog implements AuditLog {
  private static final OffsetDateTime EVER = Instant.EPOCH.atOffset(ZoneOffset.UTC);
  private final StateDatabase database;

  public H2AuditLog(StateDatabase database) {
    this.database = database;
  }

  @Override
  public void append(AuditEntry entry) {
    database.keep(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO audit (at, actor, instance_id, instance_name, address, environment,
                    colour, safety, cluster, act, target, statement, reason, outcome, detail)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            InstanceRef instance = entry.instance();
            insert.setObject(1, entry.at().atOffset(ZoneOffset.UTC));
            insert.setString(2, entry.actor());
            insert.setString(3, instance.id());
            insert.setString(4, instance.name());
            insert.setString(5, instance.address());
            insert.setString(6, instance.environment());
            insert.setString(7, instance.colour());
            insert.setString(8, instance.safety().name());
            insert.setString(9, instance.cluster());
            insert.setString(10, entry.act());
            insert.setString(11, entry.target());
            insert.setString(12, entry.sql());
            insert.setString(13, entry.reason());
            insert.setString(14, entry.outcome().name());
            insert.setString(15, entry.detail());
            insert.executeUpdate();
          }
          return true;
        });
  }

  @Override
  public List<AuditEntry> newest(Optional<Instant> since, String containing, int limit) {
    return database.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  """
                  SELECT * FROM audit
                  WHERE at >= ? AND (? = '' OR LOCATE(?, LOWER(CONCAT_WS(CHAR(10),
                    instance_name, address, act, target, statement, reason, detail))) > 0)
                  ORDER BY number DESC LIMIT ?""")) {
            String wanted = containing.toLowerCase(Locale.ROOT);
            query.setObject(1, since.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(EVER));
            query.setString(2, wanted);
            query.setString(3, wanted);
            query.setInt(4, limit);
            try (ResultSet rows = query.executeQuery()) {
              return StateDatabase.rows(rows, H2AuditLog::entry);
            }
          }
        });
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        new InstanceRef(
            row.getString("instance_id"),
            row.getString("instance_name"),
            row.getString("address"),
            row.getString("environment"),
            row.getString("colour"),
            Safety.valueOf(row.getString("safety")),
            row.getString("cluster")),
        row.getString("act"),
        row.getString("target"),
        row.getString("statement"),
        row.getString("reason"),
        AuditEntry.Outcome.valueOf(row.getString("outcome")),
        row.getString("detail"));
  }
}
