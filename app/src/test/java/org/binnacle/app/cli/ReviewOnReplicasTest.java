package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestFleet;
import org.binnacle.testkit.server.Fleet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which server of a cluster a review asks: a source, and two replicas of which one has stopped.
@Tag("server")
final class ReviewOnReplicasTest {
  @TempDir Path folder;

  private static void run(RunningServer server, String... statements) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void theReplicaThatLagsLeastIsAskedAndNeverTheSource() throws Exception {
    try (Fleet fleet = TestFleet.start(Distribution.MYSQL_8_0, 2)) {
      RunningServer source = fleet.source();
      RunningServer good = fleet.replicas().get(0);
      RunningServer stopped = fleet.replicas().get(1);
      run(
          source,
          "CREATE DATABASE shop",
          "CREATE TABLE shop.orders (id int PRIMARY KEY, note varchar(20))",
          "CREATE USER 'looks'@'%' IDENTIFIED BY 'some password'",
          "GRANT SELECT, INSERT, UPDATE, DELETE ON shop.* TO 'looks'@'%'",
          "GRANT PROCESS, REPLICATION CLIENT ON *.* TO 'looks'@'%'",
          "GRANT SELECT ON performance_schema.* TO 'looks'@'%'");
      fleet.awaitReplicated();
      run(stopped, "STOP REPLICA SQL_THREAD");
      Run here = Run.in(folder.resolve("state")).with("BINNACLE_PASSWORD", "some password");
      int n = 0;
      for (RunningServer server : new RunningServer[] {source, good, stopped}) {
        String name = new String[] {"shop-source", "shop-good", "shop-stopped"}[n++];
        assertThat(
                here.run(
                        "fleet",
                        "add",
                        name,
                        "looks@" + server.host() + ":" + server.port(),
                        "--cluster",
                        "shop")
                    .exit())
            .isZero();
      }
      Path file =
          Files.writeString(
              folder.resolve("change.sql"),
              """
              SELECT nam FROM orders;
              UPDATE orders SET note = 'x' WHERE id = 1;
              DELETE FROM orders WHERE id = 1;
              INSERT INTO orders VALUES (1, 'x');
              """);
      for (String named : new String[] {"shop", "shop-source", "shop-good"}) {
        var result = here.run("review", file.toString(), "--on", named, "-d", "shop", "--json");
        assertThat(result.exit()).as(result.err()).isEqualTo(1);
        var asked = result.json().get("asked");
        assertThat(asked.get("name").asString()).isEqualTo("shop-good");
        assertThat(asked.get("role").asString()).isEqualTo("replica");
        assertThat(asked.get("lagS").asInt()).isZero();
        // A read-only server plans no write: those with rows to find are planned as their SELECT.
        assertThat(asked.get("notes").size()).as("%s", asked).isEqualTo(1);
        assertThat(asked.get("notes").toString()).contains("line 4", "1290");
        assertThat(asked.get("plans").asInt()).isEqualTo(4);
      }
      var told = here.run("review", file.toString(), "--on", "shop", "-d", "shop");
      assertThat(told.err())
          .contains(
              "asking shop-good", "shop-source takes writes", "shop-stopped does not tell its lag");
      assertThat(told.out()).contains("Asked: shop-good", "1054");
    }
  }
}
