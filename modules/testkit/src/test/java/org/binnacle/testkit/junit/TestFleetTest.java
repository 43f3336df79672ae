package org.binnacle.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.server.Fleet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("server")
class TestFleetTest {
  @ParameterizedTest
  @EnumSource
  void whatIsWrittenToTheSourceIsReadFromTheReplica(Distribution distribution) throws SQLException {
    try (Fleet fleet = TestFleet.start(distribution, 1)) {
      try (Connection connection = fleet.source().connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE harbour");
        statement.execute("CREATE TABLE harbour.ships (name VARCHAR(20) PRIMARY KEY)");
        statement.execute("INSERT INTO harbour.ships VALUES ('Fram')");
      }
      fleet.awaitReplicated();
      try (Connection connection = fleet.replicas().getFirst().connect();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT name FROM harbour.ships")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("Fram");
      }
    }
  }
}
