package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.binnacle.diagnosis.topsql.Changes;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.diagnosis.view.instance.InstancePanel;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestFleet;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Fleet;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// InnoDB, variables, the comparison of top SQL and replication on real servers, on the screen.
@Tag("server")
@Tag("screen")
class EngineViewsTest {
  private final List<AutoCloseable> closing = new ArrayList<>();
  private RunningServer running;
  private Theatre stage;
  private Themes themes;

  @TempDir private Path folder;

  @BeforeEach
  void open() {
    Screen.start();
    running = TestServers.shared(Distribution.MYSQL_8_0);
    stage = new Theatre(running);
    themes = Screen.get(() -> new Themes(stage.settings));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : closing.reversed()) {
      one.close();
    }
    Screen.run(themes::close);
    stage.close();
  }

  private record Shown(InstancePanel panel, Stage window) {}

  private Shown show(Kit kit, String title, List<InstanceRef> instances, KeyCode digit) {
    var panel =
        (InstancePanel) Screen.get(() -> new DiagnosisPanels(kit).sessions(title, instances));
    Stage window =
        Screen.get(
            () -> {
              var scene = new Scene(new Layer(panel.node()), 1360, 800);
              themes.dress(scene);
              var made = new Stage();
              made.setScene(scene);
              made.show();
              return made;
            });
    closing.add(
        () -> {
          Screen.run(
              () -> {
                panel.close();
                themes.undress(window.getScene());
              });
          Screen.close(window);
        });
    press(panel.node(), digit);
    return new Shown(panel, window);
  }

  private void shoot(Stage window, String name) {
    Pictures.take(themes, window.getScene(), name);
  }

  private static void press(Node node, KeyCode code) {
    Screen.run(
        () ->
            node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  private static TableView<?> table(Panel panel) {
    return (TableView<?>) panel.node().lookup(".live-table");
  }

  private static List<String> cells(Panel panel) {
    return table(panel).getItems().stream().map(Object::toString).toList();
  }

  private static boolean says(Stage window, String words) {
    return window.getScene().getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Labeled one && one.getText().contains(words));
  }

  private static <T extends Node> T find(Stage window, String selector, Class<T> type) {
    return type.cast(window.getScene().getRoot().lookup(selector));
  }

  @Test
  void innodbTellsItsFiguresWhatIsUnusualAndItsText() throws Exception {
    var instance = stage.instance("shop-db-1", Safety.CAREFUL);
    try (TestSchema schema = TestSchema.on(running)) {
      schema.run(
          "CREATE TABLE stock (id INT PRIMARY KEY, qty INT)", "INSERT INTO stock VALUES (7, 1)");
      stage.idle(schema.name(), "UPDATE stock SET qty = 2 WHERE id = 7");
      stage.run(schema.name(), "UPDATE stock SET qty = 3 WHERE id = 7");
      Shown shown = show(stage.kit, "shop-db-1", List.of(instance), KeyCode.DIGIT6);
      Screen.until("figures", () -> table(shown.panel()).getItems().size() > 40);
      Screen.until("the wait is told", () -> says(shown.window(), "unusual"));
      Screen.until(
          "rates after the second look",
          () ->
              cells(shown.panel()).stream()
                  .anyMatch(line -> line.contains("key=rows.read,") && !line.contains("value=–")));
      shoot(shown.window(), "innodb");
      Screen.run(() -> find(shown.window(), "#innodb-status", Button.class).fire());
      Screen.until(
          "the text", () -> shown.window().getScene().getRoot().lookup("#innodb-text") != null);
      @SuppressWarnings("unchecked")
      ListView<String> titles =
          (ListView<String>) find(shown.window(), "#innodb-sections", ListView.class);
      assertThat(titles.getItems()).contains("TRANSACTIONS", "LOG");
      Screen.run(() -> titles.getSelectionModel().select("LOG"));
      assertThat(
              Screen.get(
                  () -> find(shown.window(), "#innodb-text", TextInputControl.class).getText()))
          .contains("Log sequence number")
          .doesNotContain("LIST OF TRANSACTIONS");
      shoot(shown.window(), "innodb-text");
      stage.quiet();
    }
  }

  @Test
  void aChangedVariableIsMarkedAndTwoServersAreCompared() throws Exception {
    var instance = stage.instance("shop-db-1", Safety.CAREFUL);
    RunningServer other =
        TestServers.start(Distribution.MYSQL_8_0, Launch.plain().with("--max-connections=77"));
    closing.add(other);
    stage.instance("shop-db-2", Safety.CAREFUL, other.port());
    Shown shown = show(stage.kit, "shop-db-1", List.of(instance), KeyCode.DIGIT7);
    Screen.until("variables", () -> table(shown.panel()).getItems().size() > 400);
    try (Connection connection = running.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL long_query_time = 3.25");
      // Another look: the view is left and chosen again.
      press(shown.panel().node(), KeyCode.DIGIT6);
      press(shown.panel().node(), KeyCode.DIGIT7);
      Screen.until("marked", () -> says(shown.window(), "1 changed"));
      ChoiceBox<?> which = find(shown.window(), "#variables-show", ChoiceBox.class);
      Screen.run(() -> which.getSelectionModel().select(2));
      Screen.until("only it", () -> table(shown.panel()).getItems().size() == 1);
      assertThat(cells(shown.panel()).getFirst()).contains("long_query_time", "3.250000");
      Screen.run(() -> table(shown.panel()).getSelectionModel().clearAndSelect(0));
      Screen.until("detail", () -> shown.panel().node().lookup(".session-detail") != null);
      Screen.run(() -> which.getSelectionModel().select(1));
      Screen.settle();
      shoot(shown.window(), "variables");
      statement.execute("SET GLOBAL long_query_time = DEFAULT");
    }
    stage.saves.file = Optional.of(folder.resolve("variables.csv"));
    press(table(shown.panel()), KeyCode.X);
    Screen.until("the file", () -> Files.exists(folder.resolve("variables.csv")));
    assertThat(Files.readString(folder.resolve("variables.csv"))).contains("long_query_time");
    ChoiceBox<?> with = find(shown.window(), "#variables-compare", ChoiceBox.class);
    Screen.run(() -> with.getSelectionModel().select(1));
    Screen.until(
        "the difference",
        () -> cells(shown.panel()).stream().anyMatch(line -> line.contains("max_connections")));
    assertThat(cells(shown.panel())).noneMatch(line -> line.contains("name=datadir"));
    shoot(shown.window(), "variables-compare");
    Screen.run(() -> find(shown.window(), "#status-tab", ToggleButton.class).fire());
    Screen.until("status", () -> table(shown.panel()).getItems().size() > 200);
    shoot(shown.window(), "status");
  }

  @Test
  void topSqlTellsWhatChangedAgainstTheTimeBefore() throws Exception {
    var instance = stage.instance("shop-db-1", Safety.CAREFUL);
    int hour = (int) (Instant.now().getEpochSecond() / 3_600) - 1;
    var topSql =
        TopSql.kept(
            stage.connections,
            () -> List.copyOf(stage.servers),
            new KeptHours(hour),
            () -> 14,
            Clock.systemUTC());
    closing.add(topSql);
    var kit =
        new Kit(
            stage.diagnosis,
            stage.settings,
            stage.kit.words(),
            stage.kit.tasks(),
            stage.kit.choosers(),
            Explains.NONE,
            Optional.of(topSql),
            Optional.empty(),
            Doors.none());
    Shown shown = show(kit, "shop-db-1", List.of(instance), KeyCode.DIGIT4);
    Screen.until("a first look", () -> !table(shown.panel()).getItems().isEmpty());
    ChoiceBox<?> versus = find(shown.window(), "#top-sql-versus", ChoiceBox.class);
    ChoiceBox<?> window = find(shown.window(), "#top-sql-window", ChoiceBox.class);
    Screen.run(() -> versus.getSelectionModel().select(4));
    Screen.until(
        "nothing to compare with", () -> says(shown.window(), "Nothing is known of the time"));
    Screen.run(() -> versus.getSelectionModel().select(2));
    Screen.run(() -> window.getSelectionModel().select(6));
    Screen.until("five statements", () -> table(shown.panel()).getItems().size() == 5);
    assertThat(Screen.get(() -> says(shown.window(), "1 new, 1 gone, 2 cost more"))).isTrue();
    assertThat(cells(shown.panel())).first().asString().contains("`sku` = ?", "kind=MORE");
    assertThat(ChangesText.of(table(shown.panel()).getItems()))
        .containsExactly("slower x45.0", "new", "more often x3.2", "gone", "");
    shoot(shown.window(), "top-sql-compare");
    stage.saves.file = Optional.of(folder.resolve("changes.md"));
    press(table(shown.panel()), KeyCode.X);
    Screen.until("the file", () -> Files.exists(folder.resolve("changes.md")));
    assertThat(Files.readString(folder.resolve("changes.md"))).contains("slower x45.0");
    Screen.run(() -> versus.getSelectionModel().select(0));
    Screen.until("four ran", () -> table(shown.panel()).getItems().size() == 4);
    shoot(shown.window(), "top-sql-kept");
    TextInputControl kept = find(shown.window(), "#top-sql-kept", TextInputControl.class);
    Screen.run(
        () -> {
          kept.setText("yesterday");
          kept.fireEvent(new ActionEvent());
        });
    Screen.until("what is wanted", () -> says(shown.window(), "From and to are wanted"));
  }

  /// How statements changed, in the order of the table.
  private static final class ChangesText {
    static List<String> of(List<?> rows) {
      return rows.stream().map(Changes.Change.class::cast).map(Changes.Change::words).toList();
    }
  }

  @Test
  void aStoppedReplicaIsBrokenWithWhatToDo() throws Exception {
    try (Fleet fleet = TestFleet.start(Distribution.MYSQL_8_0, 2, "--replica-parallel-workers=4");
        Connection source = fleet.source().connect();
        Connection replica = fleet.replicas().getFirst().connect();
        Statement onSource = source.createStatement();
        Statement onReplica = replica.createStatement()) {
      onSource.execute("CREATE DATABASE shop");
      onSource.execute("CREATE TABLE shop.orders (id INT PRIMARY KEY, v INT)");
      fleet.awaitReplicated();
      onReplica.execute("SET GLOBAL super_read_only = 0");
      onReplica.execute("INSERT INTO shop.orders VALUES (4711, 0)");
      onSource.execute("INSERT INTO shop.orders VALUES (4711, 1)");
      var instances = new ArrayList<InstanceRef>();
      instances.add(stage.instance("shop-db-1", Safety.CAREFUL, fleet.source().port()));
      instances.add(
          stage.instance("shop-db-2", Safety.CAREFUL, fleet.replicas().getFirst().port()));
      instances.add(stage.instance("shop-db-3", Safety.CAREFUL, fleet.replicas().getLast().port()));
      Shown shown = show(stage.kit, "shop", instances, KeyCode.DIGIT5);
      Screen.until(
          "the error",
          () -> cells(shown.panel()).stream().anyMatch(line -> line.contains("Duplicate entry")));
      Screen.until("a problem", () -> says(shown.window(), "1 with a problem"));
      int at =
          Screen.get(
              () -> {
                int found = 0;
                for (int i = 0; i < table(shown.panel()).getItems().size(); i++) {
                  if (table(shown.panel()).getItems().get(i).toString().contains("Duplicate")) {
                    found = i;
                  }
                }
                return found;
              });
      Screen.run(() -> table(shown.panel()).getSelectionModel().clearAndSelect(at));
      Screen.until("detail", () -> shown.panel().node().lookup(".session-detail") != null);
      assertThat(
              Screen.get(
                  () ->
                      ((SqlArea) shown.panel().node().lookup(".session-detail .sql-area")).text()))
          .contains("errant transactions of its own", "error 1062", "Compare the row", "STOPPED")
          .doesNotContain("SQL_SLAVE_SKIP_COUNTER");
      shoot(shown.window(), "replication-stopped");
    }
  }
}
