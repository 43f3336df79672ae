package org.binnacle.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.IncidentStore;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.report.IncidentJson;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;

/// Incidents in the state database: what a list needs in columns, each part as packed JSON.
public final class H2IncidentStore implements IncidentStore {
  private static final String HEADS =
      """
      SELECT id, at, title, started_by, note, masked, severity, summary,
        (SELECT LISTAGG(name, CHAR(10)) WITHIN GROUP (ORDER BY position)
         FROM incident_instance WHERE incident_id = incident.id) AS instances
      FROM incident
      WHERE ? = '' OR LOCATE(?, LOWER(CONCAT_WS(CHAR(10), id, title, started_by, note, summary,
        (SELECT LISTAGG(name, ' ') FROM incident_instance WHERE incident_id = incident.id)))) > 0
      ORDER BY at DESC, id LIMIT ?""";

  private final StateDatabase database;

  public H2IncidentStore(StateDatabase database) {
    this.database = database;
  }

  @Override
  public void keep(Incident incident) {
    UUID id = UUID.fromString(incident.id());
    var packed =
        incident.recorded().stream()
            .map(
                one ->
                    one.parts().stream()
                        .map(part -> Packed.of(IncidentJson.content(part)))
                        .toList())
            .toList();
    database.keep(
        connection -> {
          delete(connection, id);
          incident(connection, id, incident);
          for (int i = 0; i < incident.recorded().size(); i++) {
            instance(connection, id, i, incident.recorded().get(i));
            parts(connection, id, i, incident.recorded().get(i).parts(), packed.get(i));
          }
          return true;
        });
  }

  private static void incident(Connection connection, UUID id, Incident incident)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO incident (id, at, took_ms, title, started_by, note, masked, severity,
              summary, findings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
      insert.setObject(1, id);
      insert.setObject(2, incident.at().atOffset(ZoneOffset.UTC));
      insert.setLong(3, incident.took().toMillis());
      insert.setString(4, incident.title());
      insert.setString(5, incident.trigger());
      insert.setString(6, incident.note());
      insert.setBoolean(7, incident.masked());
      insert.setString(8, incident.head().severity().name());
      insert.setString(9, incident.summary());
      insert.setString(10, IncidentJson.findings(incident.findings()));
      insert.executeUpdate();
    }
  }

  private static void instance(Connection connection, UUID id, int position, Recorded one)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO incident_instance (incident_id, position, id, name, address, environment,
              colour, safety, cluster, version, flavour)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
      InstanceRef ref = one.instance();
      insert.setObject(1, id);
      insert.setInt(2, position);
      insert.setString(3, ref.id());
      insert.setString(4, ref.name());
      insert.setString(5, ref.address());
      insert.setString(6, ref.environment());
      insert.setString(7, ref.colour());
      insert.setString(8, ref.safety().name());
      insert.setString(9, ref.cluster());
      insert.setString(10, one.version());
      insert.setString(11, one.flavour());
      insert.executeUpdate();
    }
  }

  private static void parts(
      Connection connection, UUID id, int instance, List<Part> parts, List<byte[]> packed)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO incident_part (incident_id, instance, position, step, version, status,
              detail, ms, bytes, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        insert.setObject(1, id);
        insert.setInt(2, instance);
        insert.setInt(3, i);
        insert.setString(4, part.step());
        insert.setInt(5, part.version());
        insert.setString(6, part.status().name());
        insert.setString(7, part.detail());
        insert.setLong(8, part.ms());
        insert.setLong(9, part.bytes());
        insert.setBytes(10, packed.get(i));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public List<Incident.Head> list(String containing, int limit) {
    String wanted = containing.toLowerCase(Locale.ROOT);
    return database.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(HEADS)) {
            query.setString(1, wanted);
            query.setString(2, wanted);
            query.setInt(3, limit);
            try (ResultSet rows = query.executeQuery()) {
              return StateDatabase.rows(rows, H2IncidentStore::head);
            }
          }
        });
  }

  private static Incident.Head head(ResultSet row) throws SQLException {
    String instances = row.getString("instances");
    return new Incident.Head(
        row.getObject("id", UUID.class).toString(),
        at(row),
        row.getString("title"),
        row.getString("started_by"),
        row.getString("note"),
        row.getBoolean("masked"),
        instances == null ? List.of() : instances.lines().toList(),
        severity(row),
        row.getString("summary"));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }

  private static Severity severity(ResultSet row) throws SQLException {
    return Severity.valueOf(row.getString("severity"));
  }

  @Override
  public Optional<Incident> find(String id) {
    UUID wanted;
    try {
      wanted = UUID.fromString(id);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
    return database.call(connection -> find(connection, wanted));
  }

  private static Optional<Incident> find(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT * FROM incident WHERE id = ?")) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Incident(
                id.toString(),
                at(row),
                Duration.ofMillis(row.getLong("took_ms")),
                row.getString("title"),
                row.getString("started_by"),
                row.getString("note"),
                row.getBoolean("masked"),
                recorded(connection, id),
                IncidentJson.findings(row.getString("findings"))));
      }
    }
  }

  private static List<Recorded> recorded(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT * FROM incident_instance WHERE incident_id = ? ORDER BY position")) {
      query.setObject(1, id);
      var recorded = new ArrayList<Recorded>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          recorded.add(
              new Recorded(
                  new InstanceRef(
                      row.getString("id"),
                      row.getString("name"),
                      row.getString("address"),
                      row.getString("environment"),
                      row.getString("colour"),
                      Safety.valueOf(row.getString("safety")),
                      row.getString("cluster")),
                  row.getString("version"),
                  row.getString("flavour"),
                  parts(connection, id, row.getInt("position"))));
        }
      }
      return recorded;
    }
  }

  private static List<Part> parts(Connection connection, UUID id, int instance)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT step, version, status, detail, ms, bytes, content FROM incident_part
            WHERE incident_id = ? AND instance = ? ORDER BY position""")) {
      query.setObject(1, id);
      query.setInt(2, instance);
      try (ResultSet rows = query.executeQuery()) {
        return StateDatabase.rows(
            rows,
            row ->
                IncidentJson.part(
                    row.getString("step"),
                    row.getInt("version"),
                    row.getString("status"),
                    row.getString("detail"),
                    row.getLong("ms"),
                    row.getLong("bytes"),
                    Packed.text(row.getBytes("content"))));
      }
    }
  }

  @Override
  public void note(String id, String note) {
    database.keep(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement("UPDATE incident SET note = ? WHERE id = ?")) {
            update.setString(1, note);
            update.setObject(2, UUID.fromString(id));
            return update.executeUpdate();
          }
        });
  }

  @Override
  public boolean remove(String id) {
    return database.keep(connection -> delete(connection, UUID.fromString(id)) > 0);
  }

  private static int delete(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM incident WHERE id = ?")) {
      delete.setObject(1, id);
      return delete.executeUpdate();
    }
  }
}
