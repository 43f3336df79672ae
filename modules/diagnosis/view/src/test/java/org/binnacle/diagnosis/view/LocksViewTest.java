package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.binnacle.diagnosis.view.instance.InstancePanel;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
@Tag("screen")
class LocksViewTest {
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
          var scene = new Scene(new Layer(panel.node()), 1360, 800);
          themes.dress(scene);
          var window = new Stage();
          window.setScene(scene);
          window.show();
          return window;
        });
  }

  private void shoot(Stage window, String name) {
    Pictures.take(themes, window.getScene(), name);
  }

  private static TableView<?> table(Panel panel) {
    return (TableView<?>) panel.node().lookup(".live-table");
  }

  private static void press(Node node, KeyCode code, boolean shift) {
    Screen.run(
        () ->
            node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
  }

  private static Optional<Button> button(Stage window, String verb) {
    return window.getScene().getRoot().lookupAll(".button").stream()
        .filter(node -> node instanceof Button one && one.getText() != null)
        .map(Button.class::cast)
        .filter(one -> one.getText().startsWith(verb))
        .findFirst();
  }

  private static boolean says(Stage window, String words) {
    return window.getScene().getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Labeled one && one.getText().contains(words));
  }

  @Test
  void aPileStandsAsATreeAndKillingItsRootFreesAll() throws Exception {
    var instance = stage.instance("shop-db-1", Safety.STRICT);
    try (TestSchema schema = TestSchema.on(running)) {
      schema.run(
          "CREATE TABLE stock (id INT PRIMARY KEY, qty INT)",
          "INSERT INTO stock VALUES (7, 1), (8, 1), (9, 1)");
      var panel =
          (InstancePanel)
              Screen.get(
                  () -> new DiagnosisPanels(stage.kit).sessions("shop-db-1", List.of(instance)));
      var window = show(panel);
      press(panel.node(), KeyCode.DIGIT2, false);
      Screen.until("nobody waits", () -> says(window, "No session waits"));
      shoot(window, "locks-empty");

      stage.idle(
          schema.name(),
          "SELECT qty FROM stock WHERE id = 7 FOR UPDATE",
          "UPDATE stock SET qty = qty - 1 WHERE id = 7");
      stage.run(
          schema.name(),
          "UPDATE stock SET qty = qty + 1 WHERE id IN (7, 8) /* the one in the middle */");
      for (int i = 0; i < 6; i++) {
        stage.run(schema.name(), "UPDATE stock SET qty = qty + " + i + " WHERE id = 7");
      }
      stage.run(schema.name(), "ALTER TABLE stock ADD COLUMN price DECIMAL(10,2)");
      Screen.until("the pile", () -> table(panel).getItems().size() >= 9);
      for (int i = 0; i < 4; i++) {
        stage.run(schema.name(), "SELECT COUNT(*) FROM stock");
      }
      Screen.until("all wait", () -> table(panel).getItems().size() == 13);
      Screen.run(() -> table(panel).getSelectionModel().clearAndSelect(0));
      Screen.until("detail", () -> panel.node().lookup(".session-detail") != null);
      shoot(window, "locks");
      stage.saves.file = Optional.of(folder.resolve("locks.json"));
      press(table(panel), KeyCode.X, false);
      Screen.until("the file", () -> Files.exists(folder.resolve("locks.json")));
      assertThat(Files.readString(folder.resolve("locks.json"))).contains("frees_at_once");

      press(table(panel), KeyCode.LEFT, false);
      Screen.until("folded", () -> table(panel).getItems().size() == 1);
      press(table(panel), KeyCode.RIGHT, false);
      Screen.until("unfolded", () -> table(panel).getItems().size() == 13);

      press(table(panel), KeyCode.K, true);
      Screen.until("the sheet", () -> button(window, "Kill connection").isPresent());
      assertThat(Screen.get(() -> says(window, "Releases 12"))).isTrue();
      shoot(window, "locks-kill");
      Screen.run(() -> ((TextField) window.getScene().lookup("#sheet-typed")).setText("shop-db-1"));
      Button kill = Screen.get(() -> button(window, "Kill connection").orElseThrow());
      Screen.until("the name is enough", () -> !kill.isDisabled());
      Screen.run(kill::fire);
      Screen.until(
          "gone",
          () ->
              stage.audit.newest(Optional.empty(), "", 10).stream()
                  .anyMatch(entry -> entry.outcome() == AuditEntry.Outcome.DONE));
      Screen.until("nobody waits any more", () -> table(panel).getItems().isEmpty());
      Screen.run(
          () -> {
            panel.close();
            themes.undress(window.getScene());
          });
      Screen.close(window);
      stage.quiet();
    }
  }
}
