package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// The live commands in narrow terminals and as documents, on every server that can be had.
@Tag("server")
final class NarrowOnServersTest {
  @TempDir Path state;

  private static String url(RunningServer of) {
    return "mysql://" + of.user() + "@" + of.host() + ":" + of.port();
  }

  private Run.Result run(RunningServer on, int columns, String... arguments) {
    return Run.in(state)
        .with("BINNACLE_PASSWORD", on.password())
        .onTerminal(columns, false)
        .run(arguments);
  }

  private static void fits(Run.Result result, int columns, String command) {
    assertThat(result.lines()).as(command + " in " + columns + ": " + result.err()).isNotEmpty();
    assertThat(result.out().lines().toList())
        .as(command + " in " + columns)
        .allMatch(line -> Cells.width(line) <= columns);
    assertThat(result.err().lines().toList())
        .as(command + " in " + columns)
        .allMatch(line -> Cells.width(line) <= columns);
  }

  @ParameterizedTest
  @EnumSource(Distribution.class)
  void noLineWrapsAndWhatMattersStays(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    String it = url(server);
    try (TestSchema schema = TestSchema.on(server);
        Scene scene = Scene.in(schema)) {
      long idle = scene.idleInTransaction(1);
      long middle = scene.holdsAndWaits(2, 1);
      long last = scene.rowLockWait(2);
      for (int columns : List.of(80, 60, 40)) {
        Run.Result sessions =
            run(server, columns, "sessions", it, "--where", "db:" + schema.name());
        fits(sessions, columns, "sessions");
        assertThat(sessions.out())
            .contains("ID", "TIME", "MARK", "SQL", "" + last, "" + middle)
            .contains("blocked by " + idle, "blocked by " + middle);
        Run.Result locks = run(server, columns, "locks", it);
        fits(locks, columns, "locks");
        assertThat(locks.out())
            .contains("#" + idle + " ", "#" + middle + " ", "#" + last + " ")
            .contains("2 sessions wait");
        Run.Result transactions = run(server, columns, "transactions", it, "--statements");
        fits(transactions, columns, "transactions");
        assertThat(transactions.out()).contains("AGE", "DOING", "SQL", "" + idle);
        Run.Result kill = run(server, columns, "kill", it, "" + idle, "--connection", "--dry-run");
        fits(kill, columns, "kill");
        assertThat(kill.out()).contains("" + idle, "TIME", "WILL SEND");
      }
      for (String command : List.of("innodb", "replication")) {
        fits(run(server, 40, command, it), 40, command);
      }
      fits(run(server, 40, "variables", it, "--filter", "buffer_pool"), 40, "variables");
      fits(run(server, 40, "capture", it), 40, "capture");
      fits(run(server, 40, "incident", "list"), 40, "incident list");
      String id = run(server, 40, "incident", "list").lines().get(1).substring(0, 8);
      fits(run(server, 40, "incident", "show", id), 40, "incident show");
    }
    fits(run(server, 40, "locks", it), 40, "locks of a quiet server");
  }

  /// Where the figures leave it no room, the statement stands below them.
  @Test
  void topSqlTellsWholeStatementsInANarrowTerminal() throws Exception {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    try (TestSchema schema = TestSchema.on(server);
        var connection = schema.connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE a_table_of_orders (id INT PRIMARY KEY, note VARCHAR(80))");
      statement.execute(
          "SELECT COUNT(*), MAX(note), SLEEP(6) FROM a_table_of_orders"
              + " WHERE id > 7 AND note LIKE 'x%'");
      for (int columns : List.of(200, 120, 80, 60, 40)) {
        Run.Result top =
            run(server, columns, "top-sql", url(server), "--since-start", "--top", "1000");
        fits(top, columns, "top-sql");
        String text = top.out().replaceAll("\\s+", " ");
        assertThat(text).as("in %d", columns).contains("LOAD", "AVG");
        if (columns != 200) {
          assertThat(text)
              .as("in %d", columns)
              .contains("FROM `a_table_of_orders` WHERE `id` > ? AND `note` LIKE ?");
        }
      }
    }
  }

  /// A guess must not lead to the kill of a bystander: an older transaction works in another schema
  /// on a table of the same name.
  @ParameterizedTest
  @EnumSource(names = {"MYSQL_5_7", "MARIADB_11_4"})
  void aGuessedBlockerIsOneOfTheTablesSchema(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    try (TestSchema other = TestSchema.on(server);
        TestSchema schema = TestSchema.on(server);
        Scene bystanders = Scene.in(other);
        Scene scene = Scene.in(schema)) {
      long bystander = bystanders.idleInTransaction(1);
      List<Long> pile = scene.metadataLockPile(2);
      JsonNode roots =
          Run.in(state)
              .with("BINNACLE_PASSWORD", server.password())
              .run("locks", url(server), "--json")
              .json()
              .get("roots");
      assertThat(roots).hasSize(1);
      assertThat(roots.get(0).get("id").asLong())
          .isEqualTo(pile.getFirst())
          .isNotEqualTo(bystander);
      assertThat(roots.get(0).get("frees").asInt()).isEqualTo(3);
    }
  }

  @Test
  void replicationHasOneShapeForOneAndForSeveral() {
    RunningServer one = TestServers.shared(Distribution.MYSQL_8_0);
    Run of = Run.in(state).with("BINNACLE_PASSWORD", one.password());
    JsonNode alone = of.run("replication", url(one), "--json").json();
    assertThat(alone.propertyNames()).containsExactly("instances");
    assertThat(alone.get("instances")).hasSize(1);
    RunningServer other = TestServers.shared(Distribution.MARIADB_11_4);
    JsonNode both = of.run("replication", url(one), url(other), url(one), "--json").json();
    assertThat(both.get("instances")).hasSize(2);
    assertThat(both.get("instances").get(0).propertyNames())
        .containsExactlyElementsOf(alone.get("instances").get(0).propertyNames());
    assertThat(of.run("replication", "--help").out()).contains("instances");
  }

  @Test
  void hintsNameCommandsAndNoKeysOfTheWindow() {
    Run of = Run.in(state);
    Run.Result nobody = of.run("sessions", "mysql://@127.0.0.1:1");
    assertThat(nobody.exit()).isEqualTo(2);
    assertThat(nobody.err()).contains("no user before the @", "mysql://user@host:port");
    Run.Result wrong = of.run("sessions", "mysql://x@127.0.0.1:1", "--where", "usr:app");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("binnacle sessions --help").doesNotContain("Press");
    assertThat(of.run("sessions", "--help").out()).contains("is:", "blocked-by", "examined");
    assertThat(of.run("board", "--help").out()).contains("term:replication", "idle-trx");
  }
}
