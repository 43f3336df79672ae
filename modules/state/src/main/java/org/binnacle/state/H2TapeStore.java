package org.binnacle.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.diagnosis.incident.report.IncidentJson;
import org.binnacle.diagnosis.tape.Tape;
import org.binnacle.diagnosis.tape.TapeBlock;
import org.binnacle.diagnosis.tape.TapeStore;

/// Records in the state database: a line for each, and its blocks as they were packed.
public final class H2TapeStore implements TapeStore {
  private final StateDatabase database;

  public H2TapeStore(StateDatabase database) {
    this.database = database;
  }

  @Override
  public void keep(Tape tape) {
    database.keep(
        connection -> {
          head(connection, tape);
          return true;
        });
  }

  @Override
  public void add(Tape tape, TapeBlock block) {
    database.keep(
        connection -> {
          head(connection, tape);
          block(connection, UUID.fromString(tape.id()), block);
          return true;
        });
  }

  /// A note that was written while it goes on is left as it is.
  private static void head(Connection connection, Tape tape) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE record SET until = ?, looks = ?, bytes = ?, ended = ? WHERE id = ?")) {
      update.setObject(1, tape.to().atOffset(ZoneOffset.UTC));
      update.setLong(2, tape.looks());
      update.setLong(3, tape.bytes());
      update.setString(4, tape.ended());
      update.setObject(5, UUID.fromString(tape.id()));
      if (update.executeUpdate() == 0) {
        insert(connection, tape);
      }
    }
  }

  private static void insert(Connection connection, Tape tape) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO record (id, started, until, title, instances, every_ms, looks, bytes, ended,
              note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
      insert.setObject(1, UUID.fromString(tape.id()));
      insert.setObject(2, tape.from().atOffset(ZoneOffset.UTC));
      insert.setObject(3, tape.to().atOffset(ZoneOffset.UTC));
      insert.setString(4, tape.title());
      insert.setString(5, IncidentJson.instances(tape.instances()));
      insert.setLong(6, tape.every().toMillis());
      insert.setLong(7, tape.looks());
      insert.setLong(8, tape.bytes());
      insert.setString(9, tape.ended());
      insert.setString(10, tape.note());
      insert.executeUpdate();
    }
  }

  private static void block(Connection connection, UUID id, TapeBlock block) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO record_block (record_id, seq, started, until, looks, times, content)
            VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
      insert.setObject(1, id);
      insert.setInt(2, block.seq());
      insert.setObject(3, block.from().atOffset(ZoneOffset.UTC));
      insert.setObject(4, block.to().atOffset(ZoneOffset.UTC));
      insert.setInt(5, block.looks());
      insert.setBytes(6, block.index());
      insert.setBytes(7, block.packed());
      insert.executeUpdate();
    }
  }

  @Override
  public List<Tape> list() {
    return database.call(
        connection -> {
          try (PreparedStatement query =
                  connection.prepareStatement("SELECT * FROM record ORDER BY started DESC, id");
              ResultSet rows = query.executeQuery()) {
            return StateDatabase.rows(rows, H2TapeStore::tape);
          }
        });
  }

  @Override
  public Optional<Tape> find(String id) {
    return uuid(id)
        .flatMap(
            wanted ->
                database.call(
                    connection -> {
                      try (PreparedStatement query =
                          connection.prepareStatement("SELECT * FROM record WHERE id = ?")) {
                        query.setObject(1, wanted);
                        try (ResultSet row = query.executeQuery()) {
                          return row.next() ? Optional.of(tape(row)) : Optional.<Tape>empty();
                        }
                      }
                    }));
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Tape tape(ResultSet row) throws SQLException {
    return new Tape(
        row.getObject("id", UUID.class).toString(),
        row.getObject("started", OffsetDateTime.class).toInstant(),
        row.getObject("until", OffsetDateTime.class).toInstant(),
        row.getString("title"),
        IncidentJson.instances(row.getString("instances")),
        Duration.ofMillis(row.getLong("every_ms")),
        row.getLong("looks"),
        row.getLong("bytes"),
        row.getString("ended"),
        row.getString("note"));
  }

  @Override
  public List<Place> places(String id) {
    return database.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT seq, times FROM record_block WHERE record_id = ? ORDER BY seq")) {
            query.setObject(1, UUID.fromString(id));
            try (ResultSet rows = query.executeQuery()) {
              return StateDatabase.rows(
                  rows, row -> new Place(row.getInt("seq"), row.getBytes("times")));
            }
          }
        });
  }

  @Override
  public Optional<TapeBlock> block(String id, int seq) {
    return database.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT * FROM record_block WHERE record_id = ? AND seq = ?")) {
            query.setObject(1, UUID.fromString(id));
            query.setInt(2, seq);
            try (ResultSet row = query.executeQuery()) {
              return row.next() ? Optional.of(block(row)) : Optional.<TapeBlock>empty();
            }
          }
        });
  }

  private static TapeBlock block(ResultSet row) throws SQLException {
    return new TapeBlock(
        row.getInt("seq"),
        row.getObject("started", OffsetDateTime.class).toInstant(),
        row.getObject("until", OffsetDateTime.class).toInstant(),
        row.getInt("looks"),
        row.getBytes("times"),
        row.getBytes("content"));
  }

  @Override
  public void note(String id, String note) {
    uuid(id)
        .ifPresent(
            wanted ->
                database.keep(
                    connection -> {
                      try (PreparedStatement update =
                          connection.prepareStatement("UPDATE record SET note = ? WHERE id = ?")) {
                        update.setString(1, note);
                        update.setObject(2, wanted);
                        return update.executeUpdate();
                      }
                    }));
  }

  @Override
  public boolean remove(String id) {
    return uuid(id)
        .map(
            wanted ->
                database.keep(
                    connection -> {
                      try (PreparedStatement delete =
                          connection.prepareStatement("DELETE FROM record WHERE id = ?")) {
                        delete.setObject(1, wanted);
                        return delete.executeUpdate() > 0;
                      }
                    }))
        .orElse(false);
  }
}
