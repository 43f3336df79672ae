package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestFleet;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Fleet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// innodb, variables, replication and top-sql --compare as a new user types them.
@Tag("server")
final class EngineCommandsTest {
  @TempDir Path state;
  private final RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);

  private Run.Result run(String... arguments) {
    return Run.in(state).with("BINNACLE_PASSWORD", server.password()).run(arguments);
  }

  private static String url(RunningServer of) {
    return "mysql://" + of.user() + "@" + of.host() + ":" + of.port();
  }

  @Test
  void innodbPrintsFiguresADocumentAndTheText() {
    Run.Result plain = run("innodb", url(server), "--for", "1s");
    assertThat(plain.err()).isEmpty();
    assertThat(plain.exit()).isIn(0, 1);
    assertThat(plain.out()).contains("Buffer pool", "Checkpoint age", "History list");
    var json = run("innodb", url(server), "--for", "1s", "--json").json();
    assertThat(json.get("figures").size()).isGreaterThan(40);
    assertThat(json.get("measured_ms").asLong()).isGreaterThan(900);
    assertThat(run("innodb", url(server), "--status").out())
        .contains("TRANSACTIONS", "BUFFER POOL AND MEMORY");
  }

  @Test
  void innodbRefusesWhatMakesNoSense() {
    assertThat(run("innodb", url(server), "--for", "0s").err())
        .contains("--for takes 1s to 10m, not 0s");
    assertThat(run("innodb", url(server), "--status", "--watch").exit()).isEqualTo(2);
    assertThat(run("innodb").err()).contains("TARGET is missing");
  }

  @Test
  void variablesAreFilteredAndMarkedWithWhatChangedBetweenTwoRuns() throws Exception {
    assertThat(run("variables", url(server), "--filter", "buffer_pool_size").lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("innodb_buffer_pool_size"));
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL max_error_count = 77");
      Run.Result changed = run("variables", url(server), "--changed");
      assertThat(changed.out()).contains("max_error_count", "was 1024", "by " + server.user());
      var json = run("variables", url(server), "--changed", "--json").json();
      assertThat(json.get("variables").toString()).contains("\"was\":\"1024\"");
      statement.execute("SET GLOBAL max_error_count = DEFAULT");
    }
    assertThat(run("variables", url(server), "--filter", "no_such").out())
        .contains("No variable fits.");
  }

  @Test
  void variablesRefuseWhatMakesNoSense() {
    assertThat(run("variables", url(server), "b").err())
        .contains("several instances go with --diff");
    assertThat(run("variables", url(server), "--diff").err()).contains("two instances or more");
    assertThat(run("variables", url(server), "--all").err()).contains("--all goes with --diff");
  }

  @Test
  void aComparisonWithoutAHistorySaysWhereItWouldComeFrom() {
    Run.Result none = run("top-sql", url(server), "--compare", "2h..1h", "1h..now");
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.out()).contains("Nothing is kept of one of these times");
    assertThat(run("top-sql", url(server), "--compare", "1h", "2h").err())
        .contains("FROM..TO twice, not 1h");
    assertThat(run("top-sql", url(server), "--compare", "1h..2h", "1h..now").err())
        .contains("ends before it begins");
  }

  @Test
  void aBrokenReplicaEndsWithOneAndSaysWhatToDo() throws Exception {
    try (Fleet fleet = TestFleet.start(Distribution.MYSQL_8_0, 1);
        Connection source = fleet.source().connect();
        Connection replica = fleet.replicas().getFirst().connect();
        Statement onSource = source.createStatement();
        Statement onReplica = replica.createStatement()) {
      String[] both = {"replication", url(fleet.source()), url(fleet.replicas().getFirst())};
      onSource.execute("CREATE DATABASE shop");
      onSource.execute("CREATE TABLE shop.t (id INT PRIMARY KEY)");
      fleet.awaitReplicated();
      Run.Result well = run(both);
      assertThat(well.exit()).isZero();
      assertThat(well.out()).contains("applies, 0 s behind");
      assertThat(well.lines())
          .as("the replica stands below its source")
          .anyMatch(line -> line.startsWith("  127.0.0.1:" + fleet.replicas().getFirst().port()));
      String dead = "mysql://x@127.0.0.1:1";
      Run.Result lost = run("replication", both[1], both[2], dead, "--workers");
      assertThat(lost.exit()).as(lost.err()).isEqualTo(3);
      assertThat(lost.out())
          .contains("source", "replica", "unreachable, never seen", "worker 1: waits");
      Run.Result locks = run("locks", both[1], both[2], dead);
      assertThat(locks.exit()).isEqualTo(3);
      assertThat(locks.out())
          .contains("no session waits on 2 instances; 1 could not be read")
          .contains("not read: 127.0.0.1:1");
      assertThat(run("locks", dead).exit()).isEqualTo(3);
      Run.Result nobody = run("kill", both[1], both[2], "--roots", "2", "--yes");
      assertThat(nobody.err()).contains("no session waits on 2 instances");
      Run.Result none = run("locks", "cluster:nosuch");
      assertThat(none.exit()).isEqualTo(2);
      assertThat(none.err()).contains("no instance of the inventory is chosen by cluster:nosuch");
      onReplica.execute("SET GLOBAL super_read_only = 0");
      onReplica.execute("INSERT INTO shop.t VALUES (1)");
      onSource.execute("INSERT INTO shop.t VALUES (1)");
      Run.Result broken = run(both);
      for (int i = 0; i < 50 && !broken.out().contains("error 1062"); i++) {
        LockSupport.parkNanos(200_000_000);
        broken = run(both);
      }
      assertThat(broken.exit()).isEqualTo(1);
      assertThat(broken.out())
          .contains("receives but does not apply: error 1062")
          .contains("Duplicate entry '1'")
          .contains("Compare the row with the source")
          .contains("errant (its source does not have them): ");
      assertThat(broken.out().toLowerCase(java.util.Locale.ROOT)).doesNotContain("skip_counter");
      String[] different = {
        "variables", url(fleet.source()), url(fleet.replicas().getFirst()), "--diff"
      };
      Run.Result diff = run(different);
      assertThat(diff.out()).doesNotContain("server_uuid").doesNotContain("datadir");
    }
  }
}
