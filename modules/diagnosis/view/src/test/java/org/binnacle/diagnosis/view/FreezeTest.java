package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.binnacle.diagnosis.incident.Difference;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.MemoryIncidents;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.diagnosis.trx.TrxScene;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Views that stand still: by one key everywhere, over the looks that are kept of locks and
/// transactions, and marks at a moment of the past.
@SuppressWarnings("try")
@Tag("server")
@Tag("screen")
class FreezeTest {
  private final List<String> compared = new CopyOnWriteArrayList<>();
  private RunningServer running;
  private Theatre stage;
  private Incidents incidents;
  private TopSql topSql;
  private Kit kit;

  @BeforeEach
  void open() {
    Screen.start();
    running = TestServers.shared(Distribution.MYSQL_8_0);
    stage = new Theatre(running);
    incidents =
        new Incidents(
            stage.connections,
            () -> List.copyOf(stage.servers),
            new MemoryIncidents(),
            Clock.systemUTC());
    topSql =
        TopSql.kept(
            stage.connections,
            () -> List.copyOf(stage.servers),
            new KeptHours(0),
            () -> 14,
            Clock.systemUTC());
    kit =
        new Kit(
            stage.diagnosis,
            stage.settings,
            stage.kit.words(),
            stage.kit.tasks(),
            stage.saves,
            Explains.NONE,
            Optional.of(topSql),
            Optional.of(incidents),
            new Doors() {
              @Override
              public void incident(String id) {}

              @Override
              public void compare(String before, String after) {
                compared.add(before);
                compared.add(after);
              }
            });
  }

  @AfterEach
  void close() throws Exception {
    topSql.close();
    stage.close();
  }

  private static int rows(SessionStage screen, String table) {
    return screen.table(table) == null ? -1 : screen.table(table).getItems().size();
  }

  @Test
  void locksGoBackToThePileThatIsGoneAndCannotBeKilledThere() throws Exception {
    InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
    try (TestSchema schema = TestSchema.on(running);
        var screen = new SessionStage(kit, instance)) {
      screen.choose("locks");
      Instant pile;
      try (Scene scene = Scene.in(schema)) {
        scene.idleInTransaction(1);
        scene.rowLockWait(1);
        Screen.until("the pile", () -> rows(screen, "locks") == 2);
        pile = Instant.now();
        screen.press("locks", KeyCode.SPACE);
        Screen.until("it stands", () -> text(screen, "locks-time").startsWith("FROZEN at"));
        assertThat(screen.<ToggleButton>the("locks-freeze").isSelected()).isTrue();
        screen.shoot("locks-frozen");
      }
      // The pile is gone; the frozen view goes on showing it until it is live again.
      assertThat(rows(screen, "locks")).isEqualTo(2);
      screen.press("locks", KeyCode.SPACE);
      Screen.until("nobody waits", () -> rows(screen, "locks") == 0);
      screen.press("locks", KeyCode.OPEN_BRACKET);
      long then = pile.toEpochMilli();
      Slider scrubber = screen.the("locks-scrubber");
      Screen.run(() -> scrubber.setValue(then));
      Screen.until("the pile again, looks back", () -> rows(screen, "locks") == 2);
      assertThat(text(screen, "locks-time")).startsWith("AT ");
      assertThat(screen.<Slider>the("locks-scrubber").isVisible()).isTrue();
      screen.press("locks", KeyCode.K, true, false);
      Screen.until("refused", () -> says(screen, "This is a moment of the past"));
      screen.shoot("locks-past");
      screen.press("locks", KeyCode.A, true, false);
      Screen.until("A", () -> button(screen, "moment-a").matches("A \\d\\d:\\d\\d:\\d\\d"));
      screen.press("locks", KeyCode.ESCAPE);
      screen.press("locks", KeyCode.ESCAPE);
      Screen.until("live", () -> rows(screen, "locks") == 0);
      assertThat(screen.<Label>node("locks-time").orElseThrow().getParent().isVisible()).isFalse();

      Incident kept = incidents.find(incidents.list("", 10).getFirst().id());
      assertThat(kept.trigger()).isEqualTo("mark A");
      assertThat(kept.recorded().getFirst().grid("locks", "tree").size()).isEqualTo(2);
      assertThat(kept.recorded().getFirst().grid("sessions", "all").isEmpty()).isFalse();
      assertThat(kept.summary()).contains("idle in its transaction");
      screen.press("locks", KeyCode.B, true, false);
      Screen.until("B", () -> button(screen, "moment-b").matches("B \\d\\d:\\d\\d:\\d\\d"));
      Incident now = incidents.find(incidents.list("", 10).getFirst().id());
      assertThat(Difference.of(kept, now))
          .anyMatch(area -> area.name().equals("locks") && area.counts().equals("2 gone"))
          .anyMatch(
              area ->
                  area.name().equals("variables")
                      && area.counts().equals("not recorded in the first"));
    }
  }

  @Test
  void transactionsGoBackToOnesThatHaveEnded() throws Exception {
    InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
    try (TestSchema schema = TestSchema.on(running);
        var screen = new SessionStage(kit, instance)) {
      try (Scene scene = Scene.in(schema)) {
        scene.idleInTransaction(1);
        screen.choose("transactions");
        Screen.until("the transaction", () -> rows(screen, "transactions") == 1);
      }
      Screen.until("it has ended", () -> rows(screen, "transactions") == 0);
      back(screen, instance);
      Screen.until("it is there again", () -> rows(screen, "transactions") == 1);
      assertThat(text(screen, "transactions-time")).startsWith("AT ");
      Screen.run(() -> screen.table("transactions").getSelectionModel().select(0));
      screen.press("transactions", KeyCode.K);
      Screen.until("refused", () -> says(screen, "This is a moment of the past"));
      screen.shoot("transactions-past");
    }
  }

  /// Presses `[` as often as it takes to the last look that saw one transaction: how many came
  /// after it, and whether the first ones saw those of another test, is left to the machine.
  private void back(SessionStage screen, InstanceRef instance) {
    Screen.run(
        () -> {
          var kept = stage.diagnosis.panels().of(instance.id()).orElseThrow().transactions();
          List<Instant> times = kept.times();
          int steps = 0;
          while (many(kept.at(times.get(times.size() - 1 - steps)).orElseThrow().scene()) != 1) {
            steps++;
          }
          assertThat(steps).isPositive();
          for (int i = 0; i < steps; i++) {
            screen.press("transactions", KeyCode.OPEN_BRACKET);
          }
        });
  }

  private static long many(List<Rounds.Seen<TrxScene>> seen) {
    return seen.stream()
        .flatMap(one -> one.value().stream())
        .mapToLong(scene -> scene.transactions().size())
        .sum();
  }

  @Test
  void everyOtherViewStandsStillByTheSameKey() throws Exception {
    InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
    try (var screen = new SessionStage(kit, instance)) {
      for (String view : List.of("replication", "innodb", "variables", "top-sql")) {
        screen.choose(view);
        String table = view.equals("top-sql") ? "top-sql.table" : view;
        Screen.until(view, () -> rows(screen, table) > 0);
        screen.press(table, KeyCode.SPACE);
        Screen.until("it stands", () -> text(screen, view + "-time").startsWith("FROZEN at"));
        boolean goesBack = view.equals("replication") || view.equals("innodb");
        if (!goesBack) {
          assertThat(screen.<Slider>node(view + "-scrubber").orElseThrow().isVisible()).isFalse();
        }
        screen.shoot("frozen-" + view);
        screen.press(table, KeyCode.ESCAPE);
        Screen.until(
            "live",
            () -> !screen.<Label>node(view + "-time").orElseThrow().getParent().isVisible());
      }
    }
  }

  @Test
  void replicationAndFiguresOfInnoDbGoBackLookByLook() throws Exception {
    InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
    try (var screen = new SessionStage(kit, instance)) {
      screen.choose("innodb");
      Screen.until("rates, which come with the second look", () -> !written(screen).contains("–"));
      screen.press("innodb", KeyCode.OPEN_BRACKET);
      screen.press("innodb", KeyCode.OPEN_BRACKET);
      Screen.until("the first look", () -> text(screen, "innodb-time").startsWith("AT "));
      Screen.until("it had no rates yet", () -> written(screen).contains("value=–"));
      screen.shoot("innodb-past");
      screen.choose("replication");
      Screen.until("a server", () -> rows(screen, "replication") == 1);
      screen.press("replication", KeyCode.OPEN_BRACKET);
      Screen.until("a look", () -> text(screen, "replication-time").startsWith("AT "));
      assertThat(rows(screen, "replication")).isEqualTo(1);
      // What was known then was not stale then.
      assertThat(says(screen, "no answer")).isFalse();
      screen.shoot("replication-past");
    }
  }

  private static String written(SessionStage screen) {
    return screen.table("innodb") == null
        ? "–"
        : screen.table("innodb").getItems().stream()
            .map(String::valueOf)
            .filter(line -> line.contains("redo.written"))
            .findFirst()
            .orElse("–");
  }

  @Test
  void aSessionOfThePastIsNotToldFromWhatTheServerTellsNow() throws Exception {
    InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
    try (var screen = new SessionStage(kit, instance)) {
      long id = stage.run("", "SELECT SLEEP(60) AS long_ago");
      screen.until("sessions.table", "it", row -> row.id() == id && row.timeUs() > 3_000_000);
      screen.press("sessions.table", KeyCode.OPEN_BRACKET);
      screen.select("sessions.table", id);
      Screen.until("told of when", () -> says(screen, "as it was at"));
      Screen.until("no story of then", () -> says(screen, "not kept of this moment"));
      screen.shoot("session-past");
      screen.press("sessions.table", KeyCode.SPACE);
      Screen.until("of now again", () -> !says(screen, "as it was at"));
    }
  }

  private static String text(SessionStage screen, String id) {
    return Screen.get(() -> screen.<Label>node(id).map(Label::getText).orElse(""));
  }

  private static String button(SessionStage screen, String id) {
    return Screen.get(() -> screen.<Button>node(id).orElseThrow().getText());
  }

  private static boolean says(SessionStage screen, String words) {
    return screen.window.getScene().getRoot().lookupAll(".label").stream()
        .anyMatch(
            node ->
                node instanceof Labeled one
                    && one.getText() != null
                    && one.getText().contains(words));
  }
}
