package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.FarProxy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The session under the eye, on real servers: what it ran, which locks it waits for, of which
/// moment that is told, and what looking at it costs the connection that all looks share.
@Tag("server")
@Tag("screen")
class SessionEyeTest {
  private static final String TABLE = "sessions.table";

  @Test
  void thirtyRowsChosenQuicklyCostNoConnectionAndTheLastOneIsTold() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    Screen.start();
    // So far away that each row is chosen while the question about the one before is under way.
    try (var far = new FarProxy(running.host(), running.port(), Duration.ofMillis(30));
        var stage = new Theatre(running);
        TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema)) {
      InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL, far.port());
      var ids = new ArrayList<Long>();
      for (int i = 0; i < 29; i++) {
        ids.add(stage.run("", "SELECT SLEEP(%d)".formatted(100 + i)));
      }
      ids.add(scene.idleInTransaction(3));
      try (var screen = new SessionStage(stage.kit, instance)) {
        Screen.until(
            "all of them",
            () -> screen.rows(TABLE).stream().map(ProcessRow::id).toList().containsAll(ids));
        long before = connection(stage);
        for (long id : ids) {
          screen.select(TABLE, id);
        }
        Screen.until("the story of the last one", () -> tells(screen, "UPDATE scene"));
        assertThat(heading(screen)).startsWith(ids.getLast() + " ");
        assertThat(connection(stage)).as("the shared connection").isEqualTo(before);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void aDdlBehindAnIdleReaderTellsTheMetadataLockItWaitsFor(Distribution distribution)
      throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Screen.start();
    try (var stage = new Theatre(running);
        TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema)) {
      InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
      List<Long> pile = scene.metadataLockPile(1);
      try (var screen = new SessionStage(stage.kit, instance)) {
        screen.until(TABLE, "the ALTER", row -> row.id() == pile.get(1));
        screen.select(TABLE, pile.get(1));
        Screen.until("what it waits for", () -> tells(screen, "Waits for lock"));
        assertThat(labels(screen))
            .anyMatch(words -> words.startsWith(schema.name() + ".scene EXCLUSIVE"));
        screen.shoot("session-waits-" + distribution.name().toLowerCase(java.util.Locale.ROOT));
        screen.select(TABLE, pile.get(2));
        Screen.until(
            "another story",
            () ->
                labels(screen).stream()
                    .noneMatch(words -> words.startsWith(schema.name() + ".scene EXCLUSIVE")));
        Screen.until("what the reader waits for", () -> tells(screen, "Waits for lock"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0", "MARIADB_11_4"})
  void aWaiterTellsItsRowLocksItsLikesAndItsMemory(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Screen.start();
    try (var stage = new Theatre(running);
        TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema)) {
      InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
      long _ = scene.idleInTransaction(1);
      long first = scene.rowLockWait(1);
      long _ = scene.rowLockWait(1);
      long _ = stage.run("", "SELECT SLEEP(70)");
      try (var screen = new SessionStage(stage.kit, instance)) {
        screen.until(TABLE, "it waits", row -> row.id() == first && row.blocked());
        screen.select(TABLE, first);
        Screen.until("the lock that it waits for", () -> tells(screen, "Waits for lock"));
        assertThat(labels(screen))
            .anyMatch(words -> words.startsWith(schema.name() + ".scene.PRIMARY X"));
        screen.fire("Memory");
        Screen.until(
            "what it uses",
            () ->
                tells(screen, "KiB")
                    || (distribution == Distribution.MYSQL_5_7 && tells(screen, "not counted")));
        screen.shoot("session-row-locks-" + distribution.name().toLowerCase(java.util.Locale.ROOT));
        Screen.until(
            "its like",
            () -> screen.<Button>the("detail-alike").getText().equals("1 other runs this"));
        Screen.run(() -> screen.<Button>the("detail-alike").fire());
        Screen.until("only the two", () -> screen.rows(TABLE).size() == 2);
        assertThat(screen.rows(TABLE))
            .extracting(row -> row.work().digest())
            .containsOnly(screen.rows(TABLE).getFirst().work().digest());
      }
    }
  }

  @Test
  void theStoryIsOfTheMomentThatIsShown() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    Screen.start();
    try (var stage = new Theatre(running);
        TestSchema schema = TestSchema.on(running);
        Connection connection = running.connect();
        Statement statement = connection.createStatement()) {
      schema.run("CREATE TABLE one (id INT PRIMARY KEY)", "CREATE TABLE two (id INT PRIMARY KEY)");
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO %s.one VALUES (1)".formatted(schema.name()));
      long other = stage.run("", "SELECT SLEEP(77)");
      InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
      try (var screen = new SessionStage(stage.kit, instance)) {
        screen.until(TABLE, "the transaction", SessionEyeTest::idle);
        long id = Screen.get(() -> id(screen));
        screen.select(TABLE, id);
        Screen.until("its first statement", () -> tells(screen, ".one VALUES"));
        screen.until(
            TABLE, "some looks later", row -> row.id() == other && row.timeUs() > 4_000_000);
        statement.execute("INSERT INTO %s.two VALUES (1)".formatted(schema.name()));
        Screen.until("its second statement", () -> tells(screen, ".two VALUES"));
        assertThat(labels(screen)).noneMatch(words -> words.startsWith("as read at"));
        screen.shoot("session-story");

        // Back to before the second statement: the story that was read then.
        for (int i = 0; i < 20 && tells(screen, ".two VALUES"); i++) {
          back(screen);
        }
        Screen.until("the story of then", () -> tells(screen, "as read at"));
        assertThat(tells(screen, ".one VALUES")).isTrue();
        assertThat(tells(screen, ".two VALUES")).isFalse();
        screen.shoot("session-story-past");

        // Nobody looked at the other one then.
        screen.select(TABLE, other);
        Screen.until("that nothing was kept", () -> tells(screen, "not kept of this moment"));
        screen.shoot("session-story-not-kept");

        screen.select(TABLE, id);
        screen.fire("Live");
        Screen.until("the story of now", () -> tells(screen, ".two VALUES"));
        assertThat(labels(screen)).noneMatch(words -> words.startsWith("as read at"));

        // A table that is frozen stands still, what is asked of the server does not.
        screen.press(TABLE, KeyCode.SPACE);
        Screen.until("when it was read", () -> tells(screen, "as read at"));
        connection.rollback();
      }
    }
  }

  private static void back(SessionStage screen) {
    String before = time(screen);
    screen.press(TABLE, KeyCode.OPEN_BRACKET);
    Screen.until("another moment", () -> !time(screen).equals(before));
    Screen.settle();
  }

  private static String time(SessionStage screen) {
    return screen.<Label>node("sessions-time").map(Label::getText).orElse("");
  }

  private static boolean idle(ProcessRow row) {
    return row.trx().isPresent() && row.sql().isEmpty();
  }

  private static long id(SessionStage screen) {
    return screen.rows(TABLE).stream().filter(SessionEyeTest::idle).findFirst().orElseThrow().id();
  }

  /// The one that monitors the instance.
  private static long connection(Theatre stage) {
    Server server = stage.servers.getFirst();
    return stage.connections.monitor(
        server,
        session ->
            session.query("SELECT CONNECTION_ID() AS id", row -> row.number("id", 0)).getFirst());
  }

  private static String heading(SessionStage screen) {
    return Screen.get(
        () -> ((Label) screen.panel.node().lookup(".session-detail .heading")).getText());
  }

  private static boolean tells(SessionStage screen, String words) {
    return labels(screen).stream().anyMatch(one -> one.contains(words));
  }

  private static List<String> labels(SessionStage screen) {
    var all = new ArrayList<String>();
    screen
        .panel
        .node()
        .lookupAll(".facts .label")
        .forEach(node -> all.add(((Label) node).getText()));
    if (screen.panel.node().lookup(".session-detail .sql-area") instanceof SqlArea area) {
      all.add(area.text());
    }
    return all;
  }
}
