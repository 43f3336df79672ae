package org.binnacle.testkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Progress;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.server.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class DemoFleetTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @Test
  void theFleetReplicatesAndShowsEveryPhenomenonAndLeavesNothing(@TempDir Path dir)
      throws SQLException {
    List<Long> processes;
    try (var demo =
        DemoFleet.start(Servers.here(), dir, Pace.brisk(), Progress.silent(), Cancel.never())) {
      RunningServer source = demo.fleet().source();
      RunningServer lagging = demo.fleet().replicas().getLast();
      processes = demo.fleet().servers().stream().map(RunningServer::pid).toList();

      assertThat(demo.nodes().stream().map(DemoNode::name))
          .containsExactly("shop-db-1", "shop-db-2", "shop-db-3");
      await(
          source,
          "connections of the shop",
          "SELECT COUNT(*) >= 15 FROM performance_schema.processlist WHERE db = 'shop'");
      await(
          source, "row lock waits", "SELECT COUNT(*) >= 2 FROM performance_schema.data_lock_waits");
      await(
          source,
          "an idle transaction",
          "SELECT COUNT(*) > 0 FROM information_schema.innodb_trx t JOIN"
              + " performance_schema.processlist p ON p.id = t.trx_mysql_thread_id WHERE p.command ="
              + " 'Sleep' AND p.user = 'shop_support' AND p.time >= 3");
      await(
          source,
          "a slow query without an index",
          "SELECT COUNT(*) > 0 FROM performance_schema.processlist WHERE user = 'reporting' AND"
              + " command = 'Query' AND time >= 1");
      await(
          source,
          "a deadlock",
          "SELECT COUNT > 0 FROM information_schema.innodb_metrics WHERE name = 'lock_deadlocks'");
      await(
          lagging,
          "a lagging replica",
          "SELECT COUNT(*) > 0 FROM performance_schema.replication_applier_status WHERE"
              + " remaining_delay >= 1");
      seesAsBinnacle(demo.nodes());
    }
    assertThat(processes).allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
    assertThat(dir).isEmptyDirectory();
  }

  private static void seesAsBinnacle(List<DemoNode> nodes) throws SQLException {
    for (DemoNode node : nodes) {
      String url =
          "jdbc:mysql://"
              + node.host()
              + ":"
              + node.port()
              + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true";
      try (Connection connection = DriverManager.getConnection(url, node.user(), node.password());
          ResultSet rows =
              connection
                  .createStatement()
                  .executeQuery("SELECT COUNT(*) FROM performance_schema.threads")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isGreaterThan(20);
      }
    }
  }

  private static void await(RunningServer server, String what, String question)
      throws SQLException {
    long until = System.nanoTime() + LIMIT.toNanos();
    try (Connection connection = server.connect();
        var statement = connection.createStatement()) {
      while (true) {
        try (ResultSet rows = statement.executeQuery(question)) {
          rows.next();
          if (rows.getBoolean(1)) {
            return;
          }
        }
        assertThat(System.nanoTime()).as("within %s: %s", LIMIT, what).isLessThan(until);
        LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
      }
    }
  }
}
