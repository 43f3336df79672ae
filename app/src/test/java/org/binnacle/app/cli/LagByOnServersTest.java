package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.binnacle.app.house.Asking;
import org.binnacle.app.house.House;
import org.binnacle.diagnosis.replication.HeartbeatRules;
import org.binnacle.state.StateFolder;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestFleet;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Fleet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Who counts the lag of a real replica, as a program reads it.
@Tag("server")
final class LagByOnServersTest {
  @TempDir Path folder;

  static List<Distribution> families() {
    return TestServers.available().stream()
        .filter(one -> one == Distribution.MYSQL_8_0 || one == Distribution.MARIADB_11_4)
        .toList();
  }

  private static void run(RunningServer server, String... statements) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void add(Run here, String name, RunningServer server) {
    String url = "mysql://" + server.user() + "@" + server.host() + ":" + server.port();
    assertThat(here.run("fleet", "add", name, url).exit()).isZero();
  }

  /// As the window's settings write it.
  private void heartbeat(String rules) {
    try (House house =
        House.open(
            StateFolder.at(folder.resolve("state")),
            Map.of("BINNACLE_MASTER_PASSWORD", "a master password"),
            Asking.nobody(),
            false)) {
      house.settings().put(HeartbeatRules.SETTING, rules);
    }
  }

  private static JsonNode of(Run.Result result, String name) {
    assertThat(result.exit()).as(result.err()).isZero();
    for (JsonNode row : result.json().get("instances")) {
      JsonNode instance = row.get("instance");
      if (name.equals(
          instance.isString() ? instance.asString() : instance.get("name").asString())) {
        return row;
      }
    }
    throw new AssertionError(name + " is not in\n" + result.out());
  }

  @ParameterizedTest
  @MethodSource("families")
  void theDocumentsTellWhetherAHeartbeatTableCounts(Distribution distribution) throws Exception {
    try (Fleet fleet = TestFleet.start(distribution, 1)) {
      RunningServer source = fleet.source();
      run(
          source,
          "CREATE DATABASE ops",
          "CREATE TABLE ops.beat (ts VARCHAR(26) NOT NULL, server_id INT UNSIGNED PRIMARY KEY)",
          "INSERT INTO ops.beat SELECT DATE_FORMAT(NOW(6) - INTERVAL 47 SECOND,"
              + " '%Y-%m-%dT%H:%i:%s.%f'), @@server_id");
      fleet.awaitReplicated();
      Run here = Run.in(folder.resolve("state")).with("BINNACLE_PASSWORD", source.password());
      add(here, "shop-source", source);
      add(here, "shop-replica", fleet.replicas().getFirst());

      JsonNode own = of(here.run("board", "--once", "--json"), "shop-replica");
      assertThat(own.get("role").asString()).isEqualTo("replica");
      assertThat(own.get("lag_us").asLong()).isZero();
      assertThat(own.get("lag_by")).isNull();

      heartbeat("ops.beat");
      Run.Result beaten = here.run("board", "--once", "--json");
      JsonNode late = of(beaten, "shop-replica");
      assertThat(late.get("lag_by").asString()).isEqualTo("heartbeat");
      assertThat(late.get("lag_us").asLong()).isBetween(47_000_000L, 170_000_000L);
      assertThat(of(beaten, "shop-source").get("lag_by")).as("a source has no lag").isNull();
      JsonNode channel =
          of(here.run("replication", "shop-replica", "--json"), "shop-replica")
              .get("channels")
              .get(0);
      assertThat(channel.get("behind_s").asLong()).as("the server's own count").isZero();
      assertThat(channel.get("heartbeat_s").asLong()).isBetween(47L, 170L);

      heartbeat("off");
      assertThat(of(here.run("board", "--once", "--json"), "shop-replica").get("lag_by")).isNull();
      JsonNode without =
          of(here.run("replication", "shop-replica", "--json"), "shop-replica")
              .get("channels")
              .get(0);
      assertThat(without.get("behind_s").asLong()).isZero();
      assertThat(without.get("heartbeat_s").isNull()).isTrue();
    }
  }
}
