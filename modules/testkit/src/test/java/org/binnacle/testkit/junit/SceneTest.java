package org.binnacle.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.binnacle.testkit.Distribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("server")
class SceneTest {
  @ParameterizedTest
  @EnumSource
  void everyTroubleIsSeenByTheServerAndGoneAfterwards(Distribution distribution)
      throws SQLException {
    var server = TestServers.shared(distribution);
    try (var schema = TestSchema.on(server);
        var connection = server.connect()) {
      try (var scene = Scene.in(schema)) {
        long idle = scene.idleInTransaction(1);
        long waiter = scene.rowLockWait(1);
        scene.deadlock(5, 6);
        long sleeper = scene.sleeper(300);
        assertThat(idle).isNotEqualTo(waiter).isNotEqualTo(sleeper);
        assertThat(scene.metadataLockPile(2)).hasSize(4);
        assertThat(count(connection, schema)).isGreaterThanOrEqualTo(7);
      }
      assertThat(count(connection, schema)).isZero();
    }
  }

  private static int count(Connection connection, TestSchema schema) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.processlist WHERE db = '"
                    + schema.name()
                    + "'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
