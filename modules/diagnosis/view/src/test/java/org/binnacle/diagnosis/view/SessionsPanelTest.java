package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.StuckProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
@Tag("screen")
class SessionsPanelTest {
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
    Screen.run(themes::close);
    stage.close();
  }

  private Stage show(Panel panel) {
    return Screen.get(
        () -> {
          var scene = new Scene(new Layer(panel.node()), 1280, 800);
          themes.dress(scene);
          var window = new Stage();
          window.setScene(scene);
          window.show();
          return window;
        });
  }

  private void leave(Stage window, Panel panel) {
    Screen.run(
        () -> {
          panel.close();
          themes.undress(window.getScene());
        });
    Screen.close(window);
  }

  @SuppressWarnings("unchecked")
  private static TableView<ProcessRow> table(Panel panel) {
    return (TableView<ProcessRow>) panel.node().lookup(".live-table");
  }

  private static void until(Panel panel, String what, Predicate<ProcessRow> wanted) {
    Screen.until(what, () -> table(panel).getItems().stream().anyMatch(wanted));
  }

  private static void select(Panel panel, long id) {
    Screen.run(
        () -> {
          var rows = table(panel).getItems();
          for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id() == id) {
              table(panel).getSelectionModel().clearAndSelect(i);
            }
          }
        });
  }

  private static void press(Node node, KeyCode code, boolean shift) {
    Screen.run(
        () ->
            node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
  }

  private static Button button(Stage window, String verb) {
    return (Button)
        Screen.get(
            () ->
                window.getScene().getRoot().lookupAll(".button").stream()
                    .filter(node -> node instanceof Button one && verb.equals(one.getText()))
                    .findFirst()
                    .orElse(null));
  }

  private void shoot(Stage window, String name) {
    Pictures.take(themes, window.getScene(), name);
  }

  @Test
  void rowsComeFilterFreezeAndAKilledSleepIsGoneAndAudited() throws Exception {
    var instance = stage.instance("shop-db-1", Safety.STRICT);
    try (TestSchema schema = TestSchema.on(running)) {
      schema.run(
          "CREATE TABLE stock (id INT PRIMARY KEY, qty INT)",
          "INSERT INTO stock VALUES (7, 1), (8, 1)");
      Panel panel =
          Screen.get(() -> new DiagnosisPanels(stage.kit).sessions("shop-db-1", List.of(instance)));
      var window = show(panel);
      assertThat(panel.frame()).isEqualTo("red");
      long sleep =
          stage.run(schema.name(), "SELECT SLEEP(71), 'the one to kill' FROM stock WHERE id = 7");
      stage.run(schema.name(), "SELECT SLEEP(72)");
      stage.idle(schema.name(), "UPDATE stock SET qty = qty - 1 WHERE id = 7");
      stage.run(schema.name(), "UPDATE stock SET qty = qty + 1 WHERE id = 7");
      until(panel, "the sleep", row -> row.id() == sleep);
      until(panel, "the idle transaction", row -> row.kind() == Kind.IDLE_IN_TRX);
      until(panel, "the blocked one", ProcessRow::blocked);

      select(panel, sleep);
      Screen.until("detail", () -> panel.node().lookup(".session-detail") != null);
      shoot(window, "sessions");

      TextField query = (TextField) Screen.get(() -> panel.node().lookup("#sessions.query"));
      if (query == null) {
        query =
            (TextField)
                Screen.get(
                    () -> panel.node().lookupAll(".text-field").stream().findFirst().orElseThrow());
      }
      TextField bar = query;
      Screen.run(() -> bar.setText("is:blocked"));
      Screen.until(
          "only the blocked one",
          () ->
              !table(panel).getItems().isEmpty()
                  && table(panel).getItems().stream().allMatch(ProcessRow::blocked));
      Screen.run(() -> bar.setText("usr:x"));
      shoot(window, "sessions-mistake");
      Screen.run(bar::clear);
      until(panel, "all again", row -> row.id() == sleep);

      press(table(panel), KeyCode.SPACE, false);
      long late = stage.run(schema.name(), "SELECT SLEEP(73)");
      Screen.until("the mark", () -> panel.node().lookup(".frozen-mark").isVisible());
      assertThat(Screen.get(() -> table(panel).getItems().stream().noneMatch(r -> r.id() == late)))
          .isTrue();
      shoot(window, "sessions-frozen");
      press(table(panel), KeyCode.SPACE, false);
      until(panel, "the late one after thawing", row -> row.id() == late);

      select(panel, sleep);
      press(table(panel), KeyCode.K, false);
      String verb = "Kill query " + sleep;
      Screen.until("the sheet", () -> buttonNow(window, verb).isPresent());
      Button kill = button(window, verb);
      assertThat(Screen.get(kill::isDisabled)).isTrue();
      shoot(window, "kill");
      Screen.run(() -> ((TextField) window.getScene().lookup("#sheet-typed")).setText("shop-db-1"));
      Screen.until("the name is enough", () -> !kill.isDisabled());
      Screen.run(() -> ((TextField) window.getScene().lookup("#kill-reason")).setText("too slow"));
      Screen.run(kill::fire);
      Screen.until(
          "gone",
          () ->
              stage.audit.newest(Optional.empty(), "", 10).stream()
                  .anyMatch(entry -> entry.outcome() == AuditEntry.Outcome.DONE));
      Screen.until(
          "the row goes",
          () -> table(panel).getItems().stream().noneMatch(row -> row.id() == sleep));
      shoot(window, "kill-result");
      assertThat(stage.audit.newest(Optional.empty(), "too slow", 10))
          .extracting(AuditEntry::sql)
          .containsOnly("KILL QUERY " + sleep)
          .hasSize(2);

      stage.saves.file = Optional.of(folder.resolve("rows.json"));
      press(table(panel), KeyCode.X, false);
      Screen.until("the file", () -> Files.exists(folder.resolve("rows.json")));
      leave(window, panel);

      Panel audit = Screen.get(() -> new DiagnosisPanels(stage.kit).audit());
      var other = show(audit);
      Screen.until(
          "two entries",
          () -> ((TableView<?>) audit.node().lookup(".live-table")).getItems().size() == 2);
      Screen.run(
          () ->
              ((TableView<?>) audit.node().lookup(".live-table"))
                  .getSelectionModel()
                  .clearAndSelect(0));
      shoot(other, "audit");
      leave(other, audit);
      stage.quiet();
    }
  }

  private static Optional<Node> buttonNow(Stage window, String verb) {
    return window.getScene().getRoot().lookupAll(".button").stream()
        .filter(node -> node instanceof Button one && verb.equals(one.getText()))
        .findFirst();
  }

  @Test
  void severalInstancesStandInOneTableAndAHungOneLeavesTheWindowLive() throws Exception {
    try (var proxy = new StuckProxy(running.host(), running.port())) {
      var one = stage.instance("shop-db-1", Safety.CAREFUL);
      var two = stage.instance("shop-db-2", Safety.CAREFUL, proxy.port());
      Panel panel =
          Screen.get(() -> new DiagnosisPanels(stage.kit).sessions("shop", List.of(one, two)));
      var window = show(panel);
      long id = stage.run("", "SELECT SLEEP(74)");
      Screen.until(
          "seen through both",
          () ->
              table(panel).getItems().stream()
                      .filter(row -> row.id() == id)
                      .map(row -> row.instance().name())
                      .collect(Collectors.toSet())
                      .size()
                  == 2);
      proxy.stick();
      long worst = 0;
      Screen.until("told", () -> !panel.node().lookupAll(".message-bar.critical").isEmpty());
      for (int i = 0; i < 50; i++) {
        long began = System.nanoTime();
        Screen.run(() -> table(panel).requestLayout());
        worst = Math.max(worst, System.nanoTime() - began);
      }
      assertThat(worst).as("ns until the FX thread answers").isLessThan(2_000_000_000L);
      shoot(window, "sessions-merged");
      leave(window, panel);
    }
  }
}
