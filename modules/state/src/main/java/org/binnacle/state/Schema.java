package org.binnacle.state;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;

/// The shape of the database that this program wants, and how it gets there.
///
/// @param version the number of the newest migration
/// @param locations class-path folders of the migrations `V1__words.sql`, ...
record Schema(int version, List<String> locations) {

  Schema {
    locations = List.copyOf(locations);
  }

  static Schema shipped() {
    return new Schema(14, List.of("org/binnacle/state/migration"));
  }

  /// The version that a database has; 0 where it is new. Asks Flyway's table directly: Flyway
  /// itself takes longer to start than the rest of a command (figures in the README).
  static int versionOf(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet tables =
          statement.executeQuery(
              "SELECT 1 FROM information_schema.tables WHERE table_name = 'flyway_schema_history'")) {
        if (!tables.next()) {
          return 0;
        }
      }
      try (ResultSet newest =
          statement.executeQuery(
              """
              SELECT MAX(CAST("version" AS INTEGER)) FROM "flyway_schema_history"
              WHERE "success" AND "version" IS NOT NULL""")) {
        newest.next();
        return newest.getInt(1);
      }
    }
  }

  void migrate(String url, String user) {
    Flyway.configure()
        .dataSource(url, user, "")
        .locations(
            locations.stream().map(location -> "classpath:" + location).toArray(String[]::new))
        .target(String.valueOf(version))
        .load()
        .migrate();
  }
}
