package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.MemoryIncidents;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.kernel.Cancel;
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

/// The marks A and B in the head of an instance: set by key, compared side by side, and the time
/// between them in top SQL.
@SuppressWarnings("try")
@Tag("server")
@Tag("screen")
class MomentsTest {
  private static final String TABLE = "sessions.table";

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

  @Test
  void twoMomentsAreMarkedByKeyAndComparedSideBySide() throws Exception {
    InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        var screen = new SessionStage(kit, instance)) {
      screen.press(TABLE, KeyCode.D, true, false);
      Screen.until("told what is missing", () -> says(screen, "Two marks are compared"));
      assertThat(compared).isEmpty();
      screen.press(TABLE, KeyCode.A, true, false);
      Screen.until("A is being recorded", () -> text(screen, "moment-a").equals("A ..."));
      Screen.until("A", () -> text(screen, "moment-a").matches("A \\d\\d:\\d\\d:\\d\\d"));
      assertThat(screen.<Button>the("moment-compare").isDisabled()).isTrue();

      long idle = scene.idleInTransaction(1);
      scene.rowLockWait(1);
      screen.press(TABLE, KeyCode.B, true, false);
      Screen.until("B", () -> text(screen, "moment-b").matches("B \\d\\d:\\d\\d:\\d\\d"));
      screen.until(TABLE, "the idle one", row -> row.id() == idle);
      screen.shoot("marks");
      screen.press(TABLE, KeyCode.D, true, false);
      List<Incident.Head> kept = incidents.list("", 10);
      assertThat(kept).extracting(Incident.Head::trigger).containsExactly("mark B", "mark A");
      assertThat(compared).containsExactly(kept.getLast().id(), kept.getFirst().id());
    }
    var compare =
        Screen.get(() -> new DiagnosisPanels(kit).compare(compared.get(0), compared.get(1)));
    try (var screen = new SessionStage(kit, compare)) {
      Screen.until(
          "its areas", () -> tabs(screen).stream().anyMatch(tab -> tab.startsWith("locks")));
      assertThat(tabs(screen)).anyMatch(tab -> tab.matches("sessions: [2-9].* new.*"));
      assertThat(tabs(screen)).anyMatch(tab -> tab.matches("locks: 2 new.*"));
      screen.shoot("marks-compared");
      select(screen, "lock trees");
      Screen.until("both trees", () -> heads(screen).size() == 2);
      Screen.until("one of them full", () -> says(screen, "1 session waits"));
      Screen.until("the other empty", () -> nobodyWaits(screen));
      assertThat(heads(screen)).allMatch(head -> head.matches(".+ at .*\\d\\d:\\d\\d:\\d\\d"));
      screen.shoot("marks-compared-trees");
    }
  }

  @Test
  void plansThatChangedStandSideBySide() throws Exception {
    InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
    Incident before;
    Incident after;
    try (TestSchema schema = TestSchema.on(running)) {
      schema.run(
          "CREATE TABLE goods (id INT AUTO_INCREMENT PRIMARY KEY, v INT)",
          "INSERT INTO goods (v) VALUES (1),(2),(3),(4),(5)");
      before = whileItRuns(schema, instance);
      schema.run("CREATE INDEX by_v ON goods (v)");
      after = whileItRuns(schema, instance);
    }
    var compare = Screen.get(() -> new DiagnosisPanels(kit).compare(before.id(), after.id()));
    try (var screen = new SessionStage(kit, compare)) {
      Screen.until("plans", () -> tabs(screen).stream().anyMatch(tab -> tab.startsWith("plans")));
      select(screen, "plans");
      Screen.until(
          "both plans", () -> plans(screen).size() == 2 && plans(screen).get(1).contains("by_v"));
      assertThat(plans(screen).getFirst()).contains("query_block").doesNotContain("by_v");
      assertThat(heads(screen)).hasSize(2).allMatch(head -> head.contains(" at "));
      assertThat(heads(screen).getFirst()).isNotEqualTo(heads(screen).get(1));
      screen.shoot("compared-plans");
    }
  }

  /// A capture while a statement on the table goes on.
  private Incident whileItRuns(TestSchema schema, InstanceRef instance) throws Exception {
    var never = new CountDownLatch(1);
    try (Connection connection = schema.connect();
        Statement sleeper = connection.createStatement();
        Connection other = schema.connect();
        Statement watch = other.createStatement()) {
      Thread asks =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      sleeper.executeQuery("SELECT id, SLEEP(120) FROM goods WHERE v = 3");
                    } catch (SQLException killed) {
                      // That is its end.
                    }
                  });
      String find =
          "SELECT COALESCE(MAX(id), 0) FROM information_schema.PROCESSLIST"
              + " WHERE info LIKE 'SELECT id, SLEEP%' AND state = 'User sleep'";
      long id = 0;
      for (int i = 0; i < 400 && id == 0; i++) {
        assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
        try (ResultSet row = watch.executeQuery(find)) {
          row.next();
          id = row.getLong(1);
        }
      }
      assertThat(id).isPositive();
      Incident taken =
          incidents.capture(List.of(instance), CaptureOptions.byHand(), state -> {}, new Cancel());
      watch.execute("KILL QUERY " + id);
      asks.join();
      return taken;
    }
  }

  private static void select(SessionStage screen, String begins) {
    Screen.run(
        () ->
            screen.panel.node().lookupAll(".tab-pane").stream()
                .map(TabPane.class::cast)
                .forEach(
                    pane ->
                        pane.getTabs().stream()
                            .filter(tab -> tab.getText().startsWith(begins))
                            .findFirst()
                            .ifPresent(pane.getSelectionModel()::select)));
    Screen.settle();
  }

  private static List<String> heads(SessionStage screen) {
    return Screen.get(
        () ->
            screen.panel.node().lookupAll(".detail-head").stream()
                .filter(MomentsTest::isShown)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text.contains(" at "))
                .toList());
  }

  /// What is of a tab behind the one in front is not.
  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static List<String> plans(SessionStage screen) {
    return Screen.get(
        () ->
            screen.panel.node().lookupAll(".sql-area").stream()
                .filter(SqlArea.class::isInstance)
                .map(node -> ((SqlArea) node).text())
                .toList());
  }

  private static boolean nobodyWaits(SessionStage screen) {
    return says(screen, "Nobody waits for a row lock");
  }

  @Test
  void topSqlShowsWhatRanBetweenTheMarks() throws Exception {
    InstanceRef instance = stage.instance("shop-db-1", Safety.CAREFUL);
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        var screen = new SessionStage(kit, instance)) {
      screen.choose("top-sql");
      ChoiceBox<?> window = screen.the("top-sql-window");
      Screen.run(() -> window.getSelectionModel().select(5));
      assertThat(String.valueOf(window.getValue())).isEqualTo("between A and B");
      Screen.until("a mark is wanted", () -> says(screen, "Mark a moment first"));
      screen.shoot("marks-wanted");
      screen.press("top-sql.table", KeyCode.A, true, false);
      Screen.until("A", () -> text(screen, "moment-a").matches("A \\d\\d:\\d\\d:\\d\\d"));
      schema.run("SELECT COUNT(*) AS between_the_marks FROM scene WHERE v < 100");
      Screen.until(
          "what ran since A",
          () ->
              screen.table("top-sql.table").getItems().stream()
                  .anyMatch(row -> row.toString().contains("between_the_marks")));
      screen.shoot("marks-top-sql");
    }
  }

  private static String text(SessionStage screen, String id) {
    return Screen.get(() -> screen.<Button>node(id).orElseThrow().getText());
  }

  private static List<String> tabs(SessionStage screen) {
    return Screen.get(
        () ->
            screen.panel.node().lookupAll(".tab-pane").stream()
                .flatMap(node -> ((TabPane) node).getTabs().stream())
                .map(Tab::getText)
                .toList());
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
