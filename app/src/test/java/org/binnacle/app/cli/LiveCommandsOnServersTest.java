package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// locks, transactions, kill, capture and incident as a new user types them, in real trouble.
@Tag("server")
final class LiveCommandsOnServersTest {
  @TempDir Path state;

  private static String url(RunningServer of, String user) {
    return "mysql://" + user + "@" + of.host() + ":" + of.port();
  }

  private Run.Result run(RunningServer server, String... arguments) {
    return Run.in(state).with("BINNACLE_PASSWORD", server.password()).run(arguments);
  }

  private static String line(Run.Result of, String part) {
    return of.lines().stream()
        .filter(each -> each.contains(part))
        .findFirst()
        .orElseThrow(() -> new AssertionError(part + " is not in\n" + of.out() + of.err()));
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void aPileThreeDeepIsATreeWhoseRootIsKilled(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    String it = url(server, server.user());
    try (TestSchema schema = TestSchema.on(server);
        Scene scene = Scene.in(schema)) {
      long idle = scene.idleInTransaction(1);
      long middle = scene.holdsAndWaits(2, 1);
      long last = scene.rowLockWait(2);

      Run.Result tree = run(server, "locks", it);
      assertThat(tree.exit()).isEqualTo(1);
      assertThat(line(tree, "#" + idle + " ")).startsWith("#");
      assertThat(line(tree, "─ #" + middle + " ")).startsWith("└─ #");
      assertThat(line(tree, "─ #" + last + " ")).startsWith("   └─ #");
      JsonNode root = run(server, "locks", it, "--json").json().get("roots").get(0);
      assertThat(root.get("id").asLong()).isEqualTo(idle);
      assertThat(root.get("frees").asInt()).isEqualTo(2);
      JsonNode below = root.get("children").get(0).get("children").get(0);
      assertThat(below.get("id").asLong()).isEqualTo(last);
      assertThat(below.get("waits_for").get(0).get("table").asString()).isEqualTo("scene");

      Run.Result idles = run(server, "transactions", it, "--idle", "--by", "modified", "--json");
      assertThat(idles.json().get("transactions")).hasSize(1);
      assertThat(idles.json().get("transactions").get(0).get("id").asLong()).isEqualTo(idle);
      assertThat(run(server, "transactions", it, "--older", "1h").lines().getFirst())
          .contains("no open transaction");

      Run.Result dry = run(server, "kill", it, "--root", "--with-tree", "--dry-run", "--json");
      assertThat(dry.exit()).as("somebody would be killed").isEqualTo(1);
      assertThat(dry.json().get("results")).hasSize(3);
      assertThat(dry.json().get("results"))
          .allMatch(one -> one.get("outcome").asString().equals("not_tried"))
          .as("a preview is no row of the audit log")
          .noneMatch(one -> one.get("audited").asBoolean());
      assertThat(run(server, "audit", "--json").json().get("entries")).isEmpty();

      Run.Result killed = run(server, "kill", it, "--root", "--yes", "--reason", "a drill");
      assertThat(killed.exit()).as(killed.err()).isZero();
      assertThat(killed.out()).contains("KILL CONNECTION " + idle + ": ended");
      assertThat(killed.err()).contains("Releases 2");
      assertThat(run(server, "audit").out()).contains("a drill", "KILL CONNECTION " + idle);
      // The middle one is served and goes on to hold what the last waits for.
      scene.isServed(middle);
      JsonNode now = run(server, "locks", it, "--json").json();
      assertThat(now.get("waiting").asInt()).isEqualTo(1);
      assertThat(now.get("roots").get(0).get("id").asLong()).isEqualTo(middle);
    }
    Run.Result quiet = run(server, "kill", it, "--root", "--yes");
    assertThat(quiet.exit()).isEqualTo(4);
    assertThat(quiet.err()).contains("no session waits");
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void aRuleIsTriedOnTheFileThatSessionsWrote(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    String it = url(server, server.user());
    try (TestSchema schema = TestSchema.on(server);
        Scene scene = Scene.in(schema)) {
      long holder = scene.idleInTransaction(1);
      long waiter = scene.rowLockWait(1);
      Path file =
          Files.writeString(
              state.resolve("now.json"), run(server, "sessions", it, "--all", "--json").out());
      String rule = "admins match-info=^UPDATE match-db=^" + schema.name() + "$ victims=all";
      JsonNode tried =
          run(server, "kill", it, "--rule", rule, "--against", file.toString(), "--json").json();
      assertThat(tried.get("victims")).hasSize(1);
      assertThat(tried.get("victims").get(0).asLong()).isEqualTo(waiter);
      Run.Result live = run(server, "kill", it, "--rule", rule, "--dry-run", "--json");
      assertThat(live.json().get("results").get(0).get("id").asLong()).isEqualTo(waiter);
      assertThat(run(server, "sessions", it, "--where", "blocks>0").out())
          .contains(String.valueOf(holder), "blocks 1");
    }
    Path wrong = Files.writeString(state.resolve("wrong.json"), "{\"a\":1}");
    Run.Result refused =
        run(server, "kill", it, "--rule", "match-all", "--against", wrong.toString());
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains(wrong + ": it holds no list of sessions");
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void whoMayNotSeeOthersIsToldSoAndNotThatAllIsQuiet(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    try (TestAccount account = TestAccount.on(server);
        TestSchema schema = TestSchema.on(server);
        Scene scene = Scene.in(schema)) {
      long holder = scene.idleInTransaction(1);
      scene.rowLockWait(1);
      String it = url(server, account.user());
      Run poor = Run.in(state).with("BINNACLE_PASSWORD", account.password());
      assertThat(poor.run("sessions", it).err()).contains("this account lacks PROCESS");
      assertThat(poor.run("locks", it).out())
          .contains("no session is seen to wait, but not all may be seen")
          .contains("GRANT PROCESS");
      assertThat(poor.run("transactions", it).out())
          .contains("no open transaction that may be seen")
          .contains("GRANT PROCESS");
      assertThat(poor.run("replication", it).out())
          .contains("unknown: it may not be seen")
          .doesNotContain("no replication");
      Run.Result kill = poor.run("kill", it, "" + holder, "--connection", "--yes");
      assertThat(kill.exit()).isEqualTo(4);
      assertThat(kill.out())
          .contains("it has ended, or this account may not see it; allowed by: GRANT PROCESS");
      Run.Result capture = poor.run("capture", it);
      assertThat(capture.exit()).isEqualTo(1);
      assertThat(capture.out()).contains("This account may not see everything");
    }
  }

  @Test
  void whoMayNotSeeRolesIsToldThatAdministratorsByThemAreUnknown() throws Exception {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    try (TestAccount account = TestAccount.on(server, "PROCESS ON *.*");
        TestAccount app = TestAccount.on(server);
        Connection theirs = app.connect("")) {
      assertThat(theirs.isValid(5)).isTrue();
      String it = url(server, account.user());
      Run some = Run.in(state).with("BINNACLE_PASSWORD", account.password());
      String rule = "match-user=^" + app.user() + "$ idle-time=0s victims=all";
      JsonNode told = some.run("kill", it, "--rule", rule, "--dry-run", "--json").json();
      assertThat(told.get("results")).hasSize(1);
      assertThat(told.get("unsure").asString())
          .startsWith("who administers this server by a role is unknown (")
          .contains("denied");
      Run.Result words = some.run("kill", it, "--rule", rule, "--dry-run");
      assertThat(words.out() + words.err())
          .contains("who administers this server by a role is unknown (");
    }
  }

  @Test
  void usersOfThePatternAreProtectedEvenFromARuleForEverybody() throws Exception {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    String it = url(server, server.user());
    try (Connection root = server.connect();
        Statement statement = root.createStatement()) {
      statement.execute("CREATE USER 'rdsadmin'@'%' IDENTIFIED BY 'A-long-one-4'");
      String there = "jdbc:mysql://%s:%d/".formatted(server.host(), server.port());
      try (Connection theirs =
              java.sql.DriverManager.getConnection(there, "rdsadmin", "A-long-one-4");
          var row = theirs.createStatement().executeQuery("SELECT CONNECTION_ID()")) {
        row.next();
        Run.Result asked = run(server, "kill", it, row.getString(1), "--connection", "--yes");
        assertThat(asked.exit()).isEqualTo(4);
        assertThat(asked.out()).contains("the user matches the protected pattern");
        Run.Result ruled =
            run(
                server,
                "kill",
                it,
                "--connection",
                "--yes",
                "--json",
                "--rule",
                "match-user=^rdsadmin$ idle-time=0s victims=all");
        assertThat(ruled.json().get("results")).isEmpty();
        assertThat(theirs.isValid(5)).isTrue();
      } finally {
        statement.execute("DROP USER 'rdsadmin'@'%'");
      }
    }
  }

  /// What a row holds may look like a line of ours.
  @Test
  void theDataOfALockMakesNoLineOfItsOwn() throws Exception {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    try (TestSchema schema = TestSchema.on(server)) {
      schema.run(
          "CREATE TABLE k (id VARCHAR(40) PRIMARY KEY)", "INSERT INTO k VALUES ('a\n#1 fake@x')");
      try (Connection holder = schema.connect();
          Connection waiter = schema.connect();
          Statement holds = holder.createStatement()) {
        holder.setAutoCommit(false);
        holds.execute("SELECT * FROM k FOR UPDATE");
        Thread wait =
            Thread.ofVirtual()
                .start(
                    () -> {
                      try (Statement waits = waiter.createStatement()) {
                        waits.execute("DELETE FROM k WHERE id LIKE 'a%'");
                      } catch (java.sql.SQLException e) {
                        // the holder goes first, or the connection is closed
                      }
                    });
        Run.Result tree = run(server, "locks", url(server, server.user()));
        for (int i = 0; i < 100 && tree.exit() != 1; i++) {
          tree = run(server, "locks", url(server, server.user()));
        }
        assertThat(tree.out()).contains("fake@x");
        assertThat(tree.lines()).noneMatch(line -> line.startsWith("#1 fake"));
        holder.rollback();
        wait.join();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void aCaptureIsKeptWrittenMaskedReadAgainAndCompared(Distribution distribution) throws Exception {
    RunningServer server = TestServers.shared(distribution);
    String it = url(server, server.user());
    Path whole = state.resolve("whole.html");
    Path masked = state.resolve("masked.html");
    try (TestSchema schema = TestSchema.on(server);
        Scene scene = Scene.in(schema)) {
      long blocker = scene.idleInTransaction(1);
      scene.rowLockWait(1);
      scene.sleeper(4_711);
      Run.Result taken = run(server, "capture", it, "--out", whole.toString(), "--json");
      assertThat(taken.exit()).as(taken.err()).isEqualTo(1);
      // On MariaDB the explained thread answers itself, which one that sleeps does not in time.
      assertThat(taken.err().lines())
          .allMatch(
              line -> distribution == Distribution.MARIADB_11_4 && line.contains("Plans timeout"));
      assertThat(taken.json().get("file").asString()).isEqualTo(whole.toString());
      assertThat(taken.json().get("findings").get(0).get("rule").asString())
          .isEqualTo("locks.idle-blocker");
      String id = taken.json().get("id").asString().substring(0, 8);

      Run.Result shown = run(server, "incident", "show", id);
      assertThat(line(shown, "RECORDED")).startsWith("RECORDED");
      assertThat(line(shown, "Next: ")).as("indented").startsWith("    Next: ");
      JsonNode locks =
          run(server, "incident", "show", id, "--part", "locks", "--json").json().get("parts");
      assertThat(locks.get(0).get("grids").get("tree").get("rows")).hasSize(2);
      assertThat(run(server, "incident", "show", id, "--part", "lcks").err())
          .contains("no part lcks; there are sessions");

      assertThat(run(server, "incident", "export", id, masked.toString(), "--mask").exit())
          .isZero();
      assertThat(Files.readString(whole)).contains("SLEEP(4711)");
      assertThat(Files.readString(masked)).doesNotContain("4711").doesNotContain("127.0.0.1:");
      Run.Result read = run(server, "incident", "import", masked.toString(), "--json");
      JsonNode head = read.json().get("incidents").get(0);
      assertThat(head.get("masked").asBoolean()).isTrue();
      assertThat(head.get("summary").asString())
          .contains("#" + blocker + " user-1")
          .doesNotContain(server.user() + "@");
      assertThat(run(server, "incident", "compare", id, whole.toString()).exit()).isZero();
    }
    Run.Result after = run(server, "capture", it, "--json");
    String later = after.json().get("id").asString();
    Run.Result compared = run(server, "incident", "compare", whole.toString(), later, "--json");
    assertThat(compared.exit()).isEqualTo(1);
    assertThat(compared.json().get("areas"))
        .anySatisfy(
            area -> {
              assertThat(area.get("area").asString()).isEqualTo("locks");
              assertThat(area.get("counts").asString()).contains("2 gone");
            });
    assertThat(run(server, "incident", "list", "--json").json().get("incidents")).hasSize(3);
    String page = Files.readString(whole);
    Path cut = Files.writeString(state.resolve("cut.html"), page.substring(0, page.length() / 2));
    Run.Result refused = run(server, "incident", "import", cut.toString());
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("cut.html: the page is cut off");
  }

  @Test
  void aTriggerTakesItsCapturesAndATypingErrorEndsTheWait() {
    RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
    String it = url(server, server.user());
    Path file = state.resolve("t.json");
    Run.Result two =
        run(
            server,
            "capture",
            it,
            "--when",
            "Threads_connected>0",
            "--cycles",
            "1",
            "--times",
            "2",
            "--cool-down",
            "0",
            "--release",
            "off",
            "--out",
            file.toString());
    assertThat(two.err()).contains("Waiting for Threads_connected>0", "It holds:");
    assertThat(file).exists();
    assertThat(state.resolve("t-2.json")).as("the first is not written over").exists();
    Run.Result gone = run(server, "capture", it, "--when", "@nosuch>0");
    assertThat(gone.exit()).isEqualTo(2);
    assertThat(gone.err()).contains("no saved filter @nosuch");
    Run.Result late = run(server, "capture", it, "--when", "Uptime>1", "--release", "5");
    assertThat(late.exit()).isEqualTo(2);
    assertThat(late.err()).contains("Uptime>1 releases at 5, which is above its threshold");
    Run.Result typo = run(server, "capture", it, "--when", "Threads_runing>0");
    assertThat(typo.exit()).isEqualTo(2);
    assertThat(typo.err()).contains("Threads_runing is no number of this server's status");
  }

  @Test
  void anInstanceThatDoesNotAnswerIsTheFindingAndEndsWithThree() {
    Run.Result none =
        Run.in(state).with("BINNACLE_PASSWORD", "x").run("capture", "mysql://x@127.0.0.1:1");
    assertThat(none.exit()).isEqualTo(3);
    assertThat(none.out()).contains("Nothing could be read").doesNotContain("connect.refused");
    assertThat(none.err().lines().toList()).as("not once for each step").hasSize(1);
    assertThat(List.of(none.out().split("\n"))).anyMatch(line -> line.startsWith("Kept as "));
  }
}
