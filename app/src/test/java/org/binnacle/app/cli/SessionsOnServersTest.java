package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.binnacle.app.house.Asking;
import org.binnacle.app.house.House;
import org.binnacle.diagnosis.query.SavedFilters;
import org.binnacle.state.StateFolder;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
final class SessionsOnServersTest {
  @TempDir Path state;
  private final RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);

  @BeforeEach
  void addIt() {
    assertThat(
            run("fleet", "add", "it", server.user() + "@" + server.host() + ":" + server.port())
                .exit())
        .isZero();
  }

  private Run here() {
    return Run.in(state).with("BINNACLE_PASSWORD", server.password());
  }

  private Run.Result run(String... arguments) {
    return here().run(arguments);
  }

  /// A session that sleeps for a minute in a statement with a hostile comment.
  private Sleeper sleeper() throws SQLException {
    return new Sleeper(server.connect());
  }

  private static final class Sleeper implements AutoCloseable {
    private final Connection connection;
    final long id;
    final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    Sleeper(Connection connection) throws SQLException {
      this.connection = connection;
      try (Statement statement = connection.createStatement();
          var row = statement.executeQuery("SELECT CONNECTION_ID()")) {
        row.next();
        id = row.getLong(1);
      }
      Thread.ofVirtual().start(this::sleep);
    }

    private void sleep() {
      try (Statement statement = connection.createStatement()) {
        statement.executeQuery("SELECT /* \u001b[31mred\u0007 */ SLEEP(60)").close();
        ended.complete(true);
      } catch (SQLException e) {
        ended.complete(false);
      }
    }

    @Override
    public void close() throws SQLException {
      connection.abort(Runnable::run);
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for 20 s").isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private boolean sees(long id) {
    var sessions = run("sessions", "it", "--json", "--where", "id:" + id).json().get("sessions");
    return sessions.size() == 1 && sessions.get(0).get("sql").asString().contains("SLEEP");
  }

  @Test
  void sessionsAreListedAsADocumentAndAsHarmlessText() throws Exception {
    try (Sleeper sleeper = sleeper()) {
      await(() -> sees(sleeper.id));
      var text = run("sessions", "it", "--where", "id:" + sleeper.id);
      assertThat(text.exit()).isZero();
      assertThat(text.lines()).hasSize(2);
      assertThat(text.out())
          .contains(String.valueOf(sleeper.id), "\\x1b[31mred\\x07")
          .doesNotContain("\u001b");
      var document = run("sessions", "it", "--json").json();
      assertThat(document.get("instance").get("name").asString()).isEqualTo("it");
      assertThat(document.get("max_connections").asInt()).isPositive();
    }
  }

  @Test
  void aFilterThatWasSavedIsNamed() throws Exception {
    try (Sleeper sleeper = sleeper()) {
      await(() -> sees(sleeper.id));
      try (House house = House.open(StateFolder.at(state), Map.of(), Asking.nobody(), false)) {
        new SavedFilters(house.settings()).keep("sleeper", "id:" + sleeper.id);
      }
      assertThat(run("sessions", "it", "--where", "@sleeper time<600").lines()).hasSize(2);
      assertThat(run("sessions", "it", "--where", "-@sleeper").out())
          .doesNotContain(String.valueOf(sleeper.id));
      var unknown = run("sessions", "it", "--where", "@slept");
      assertThat(unknown.exit()).isEqualTo(2);
      assertThat(unknown.err()).contains("sleeper");
    }
  }

  @Test
  void aWrongQueryOrPasswordIsToldWithItsExitCode() {
    assertThat(run("sessions", "it", "--where", "time>").exit()).isEqualTo(2);
    var denied = Run.in(state).with("BINNACLE_PASSWORD", "wrong").run("sessions", "it");
    assertThat(denied.exit()).isEqualTo(3);
    assertThat(denied.err()).contains("hint:").doesNotContain("wrong");
  }

  @Test
  void killEndsTheStatementAndTheAuditLogKeepsIt() throws Exception {
    try (Sleeper sleeper = sleeper()) {
      await(() -> sees(sleeper.id));
      String id = String.valueOf(sleeper.id);
      assertThat(run("kill", "it", id).exit()).isEqualTo(4);
      assertThat(here().answering("n").run("kill", "it", id).exit()).isEqualTo(4);
      assertThat(sleeper.ended).isNotDone();
      var killed = run("kill", "it", id, "--yes", "--json", "--reason", "a test");
      assertThat(killed.exit()).as(killed.err()).isZero();
      assertThat(killed.json().get("results").get(0).get("outcome").asString()).isEqualTo("done");
      assertThat(sleeper.ended.get(10, TimeUnit.SECONDS)).isNotNull();
      var entries = run("audit", "--json").json().get("entries");
      assertThat(entries.get(0).get("outcome").asString()).isEqualTo("done");
      assertThat(entries.get(0).get("statement").asString()).isEqualTo("KILL QUERY " + id);
      assertThat(entries.get(0).get("reason").asString()).isEqualTo("a test");
      assertThat(run("audit", "--containing", "no such text").out()).isEmpty();
    }
  }

  @Test
  void onProductionTheNameIsTyped() throws Exception {
    assertThat(run("fleet", "edit", "it", "--env", "production").exit()).isZero();
    try (Sleeper sleeper = sleeper()) {
      await(() -> sees(sleeper.id));
      String id = String.valueOf(sleeper.id);
      assertThat(run("kill", "it", id, "--yes").exit()).isEqualTo(4);
      assertThat(run("kill", "it", id, "--yes", "--confirm", "other").exit()).isEqualTo(4);
      assertThat(here().answering("other").run("kill", "it", id).exit()).isEqualTo(4);
      assertThat(sleeper.ended).isNotDone();
      var asked = here().answering("it");
      var killed = asked.run("kill", "it", id, "--connection");
      assertThat(killed.exit()).as(killed.err()).isZero();
      assertThat(asked.asked()).contains("Type the name of the instance (it)");
    }
  }

  @Test
  void whatIsGoneIsNotKilled() {
    var gone = run("kill", "it", "999999999", "--yes");
    assertThat(gone.exit()).isEqualTo(4);
    assertThat(gone.out()).contains("it has ended");
  }

  @Test
  void watchPrintsADocumentALineUntilItIsStopped() throws Exception {
    var out = new StringWriter();
    var cli = here().cli(out, new StringWriter());
    var exit =
        CompletableFuture.supplyAsync(
            () -> cli.run("sessions", "it", "--watch", "--json", "--interval", "0.5"));
    await(() -> out.toString().lines().count() >= 3);
    cli.stop();
    assertThat(exit.get(10, TimeUnit.SECONDS)).isEqualTo(130);
    var mapper = new tools.jackson.databind.json.JsonMapper();
    assertThat(out.toString().lines().toList())
        .allMatch(line -> mapper.readTree(line).has("sessions"));
  }

  @Test
  void aConnectionIsTestedStepByStep() {
    var good = run("fleet", "test", "it", "--json");
    assertThat(good.exit()).isLessThan(2);
    assertThat(good.json().get("steps")).hasSize(6);
    assertThat(run("fleet", "test", "mysql://x@127.0.0.1:1").exit()).isEqualTo(3);
  }

  @Test
  void discoveryProposesAndAddsNothingByItself() {
    var found = run("fleet", "discover", "it", "--json");
    assertThat(found.exit()).as(found.err()).isZero();
    assertThat(found.json().get("found").get(0).get("known").asBoolean()).isTrue();
    assertThat(found.json().get("added").asInt()).isZero();
  }

  @Test
  void sessionsAreCountedByAFieldAndAWrongFieldIsTold() throws Exception {
    try (Sleeper sleeper = sleeper()) {
      await(() -> sees(sleeper.id));
      var groups =
          run("sessions", "it", "--json", "--group-by", "state", "--where", "id:" + sleeper.id)
              .json();
      assertThat(groups.get("group_by").asString()).isEqualTo("state");
      assertThat(groups.get("groups")).hasSize(1);
      var group = groups.get("groups").get(0);
      assertThat(group.get("where").asString()).isEqualTo("state:\"User sleep\"");
      assertThat(group.get("sessions").asInt()).isEqualTo(1);
      assertThat(run("sessions", "it", "--group-by", "user").out())
          .startsWith("USER")
          .contains(server.user());
      var wrong = run("sessions", "it", "--group-by", "usr");
      assertThat(wrong.exit()).isEqualTo(2);
      assertThat(wrong.err()).contains("state, user, host, db, digest, command, root");
    }
  }

  @Test
  void aRuleOverTwoTargetsKillsOnEachAndWantsEachName() throws Exception {
    RunningServer maria = TestServers.shared(Distribution.MARIADB_11_4);
    assertThat(
            run("fleet", "add", "ma", maria.user() + "@" + maria.host() + ":" + maria.port())
                .exit())
        .isZero();
    assertThat(run("fleet", "edit", "ma", "--env", "production").exit()).isZero();
    try (Sleeper here = new Sleeper(server.connect());
        Sleeper there = new Sleeper(maria.connect())) {
      await(() -> sees(here.id));
      String ofRoot = "match-info=red.*SLEEP victims=all";
      var spared = run("kill", "it", "--rule", ofRoot, "--dry-run");
      assertThat(spared.exit()).as(spared.err()).isZero();
      assertThat(spared.out() + spared.err()).contains("1 protected: root@", "administers");
      var json = run("kill", "it", "--rule", ofRoot, "--dry-run", "--json").json();
      assertThat(json.get("protected").get(String.valueOf(here.id)).asString())
          .contains("administers this server");
      String rule = "admins " + ofRoot;
      var dry = run("kill", "it", "ma", "--rule", rule, "--dry-run");
      assertThat(dry.exit()).as(dry.err()).isEqualTo(1);
      assertThat(dry.out()).contains("it", "ma [production]", "KILL QUERY " + here.id);
      assertThat(run("kill", "it", "ma", "--rule", rule, "--yes").exit()).isEqualTo(4);
      assertThat(here.ended).isNotDone();
      var killed = run("kill", "it", "ma", "--rule", rule, "--yes", "--confirm", "ma", "--json");
      assertThat(killed.exit()).as(killed.err()).isZero();
      assertThat(killed.json().get("instances")).hasSize(2);
      assertThat(here.ended.get(10, TimeUnit.SECONDS)).isNotNull();
      assertThat(there.ended.get(10, TimeUnit.SECONDS)).isNotNull();
    }
    assertThat(run("kill", "it", "ma").exit()).isEqualTo(2);
    assertThat(run("kill", "it", "--rule", "@nobody").exit()).isEqualTo(2);
  }
}
