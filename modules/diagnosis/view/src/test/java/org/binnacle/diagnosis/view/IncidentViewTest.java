package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.MemoryIncidents;
import org.binnacle.diagnosis.incident.guard.Guard;
import org.binnacle.diagnosis.incident.report.Mask;
import org.binnacle.diagnosis.query.SavedFilters;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.view.incident.IncidentPanel;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.InstanceRef;
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

/// An incident reopened in the live views, and triggers that take one by themselves.
@SuppressWarnings({"NullAway", "try"})
@Tag("server")
@Tag("screen")
class IncidentViewTest {
  private final List<String> opened = new CopyOnWriteArrayList<>();
  private RunningServer running;
  private Theatre stage;
  private Themes themes;
  private Incidents incidents;
  private Guard guard;
  private Kit kit;

  private final class Noted implements Doors {
    @Override
    public void incident(String id) {
      opened.add("incident " + id);
    }

    @Override
    public void compare(String before, String after) {
      opened.add("compare");
    }

    @Override
    public void live(List<InstanceRef> instances) {
      instances.forEach(one -> opened.add("live " + one.id()));
    }
  }

  @BeforeEach
  void open() {
    Screen.start();
    running = TestServers.shared(Distribution.MYSQL_8_0);
    stage = new Theatre(running);
    themes = Screen.get(() -> new Themes(stage.settings));
    stage.settings.put("board.interval-s", "1");
    incidents =
        new Incidents(
            stage.connections,
            () -> List.copyOf(stage.servers),
            new MemoryIncidents(),
            Clock.systemUTC(),
            id -> stage.diagnosis.lastMinutes().of(id),
            id -> Optional.empty());
    guard =
        new Guard(
            stage.settings,
            stage.connections,
            () -> List.copyOf(stage.servers),
            incidents,
            Clock.systemUTC());
    stage.diagnosis.onBeat(guard::look);
    kit =
        new Kit(
            stage.kit.diagnosis(),
            stage.settings,
            stage.kit.words(),
            stage.kit.tasks(),
            stage.saves,
            Explains.NONE,
            Optional.empty(),
            Optional.of(incidents),
            new Noted(),
            Optional.of(guard),
            Optional.empty());
  }

  @AfterEach
  void close() throws Exception {
    guard.close();
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

  private static void press(Node node, KeyCode code, boolean shift) {
    Screen.run(
        () ->
            node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
  }

  private static TableView<?> table(Panel panel) {
    return (TableView<?>) panel.node().lookup(".live-table");
  }

  private static int rows(Panel panel) {
    TableView<?> table = table(panel);
    return table == null ? 0 : table.getItems().size();
  }

  private static boolean says(Stage window, String words) {
    return window.getScene().getRoot().lookupAll(".label").stream()
        .anyMatch(
            node -> node instanceof Labeled one && String.valueOf(one.getText()).contains(words));
  }

  private static Button button(Stage window, String verb) {
    return window.getScene().getRoot().lookupAll(".button").stream()
        .filter(node -> node instanceof Button one && one.getText() != null)
        .map(Button.class::cast)
        .filter(one -> one.getText().startsWith(verb))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + verb));
  }

  private void pile(TestSchema schema, int waiters) throws Exception {
    schema.run(
        "CREATE TABLE stock (id INT PRIMARY KEY, qty INT)",
        "INSERT INTO stock VALUES (7, 1), (8, 1), (9, 1)");
    stage.idle(schema.name(), "UPDATE stock SET qty = qty - 1 WHERE id = 7");
    for (int i = 0; i < waiters; i++) {
      stage.run(schema.name(), "UPDATE stock SET qty = qty + " + i + " WHERE id = 7");
    }
  }

  private void end(Stage window, Panel panel) {
    Screen.run(
        () -> {
          panel.close();
          themes.undress(window.getScene());
        });
    Screen.close(window);
  }

  @Test
  void aReopenedIncidentShowsTheLiveViewsAndActsOnNothing() throws Exception {
    var instance = stage.instance("shop-db-1", Safety.STRICT);
    try (TestSchema schema = TestSchema.on(running);
        var looking = stage.diagnosis.fleet().join(state -> {})) {
      pile(schema, 6);
      Screen.until(
          "the looks have seen the pile",
          () ->
              stage.diagnosis.lastMinutes().of("shop-db-1").stream()
                  .flatMap(past -> past.scenes().stream())
                  .anyMatch(scene -> scene.busy().stream().anyMatch(one -> one.many() >= 6)));
      Incident incident =
          incidents.capture(List.of(instance), CaptureOptions.byHand(), state -> {}, new Cancel());
      stage.quiet();
      Path page = Path.of("target", "shots", "incident.html");
      Files.createDirectories(page.getParent());
      incidents.export(incident, page, Mask.NONE);
      assertThat(Files.readString(page)).contains("The ten minutes before", "<polyline");

      var panel =
          (IncidentPanel) Screen.get(() -> new DiagnosisPanels(kit).incident(incident.id()));
      Stage window = show(panel);
      Screen.until("read", () -> panel.chosen().equals("summary"));
      assertThat(Screen.get(() -> says(window, "RECORDED"))).isTrue();
      shoot(window, "incident-summary");

      press(panel.node().lookup(".instance-panel"), KeyCode.DIGIT1, false);
      Screen.until("the sessions", () -> rows(panel) >= 7);
      assertThat(Screen.get(() -> List.copyOf(table(panel).getItems())))
          .as("who waits for whom, from the recorded locks")
          .anyMatch(row -> row instanceof ProcessRow one && one.blocking().blocks() == 6);
      shoot(window, "incident-sessions");
      press(panel.node().lookup(".instance-panel"), KeyCode.DIGIT2, false);
      Screen.until("the tree", () -> panel.chosen().equals("locks") && rows(panel) == 7);
      Screen.run(() -> table(panel).getSelectionModel().clearAndSelect(0));
      press(table(panel), KeyCode.K, true);
      Screen.until("it refuses", () -> says(window, "nothing can be done to a server here"));
      assertThat(window.getScene().lookup("#sheet-typed")).isNull();
      shoot(window, "incident-locks");
      press(panel.node().lookup(".instance-panel"), KeyCode.DIGIT3, false);
      Screen.until("transactions", () -> panel.chosen().equals("transactions") && rows(panel) >= 7);
      shoot(window, "incident-transactions");
      press(panel.node().lookup(".instance-panel"), KeyCode.DIGIT4, false);
      Screen.until("top SQL", () -> panel.chosen().equals("top-sql") && rows(panel) >= 1);
      shoot(window, "incident-top-sql");
      press(panel.node().lookup(".instance-panel"), KeyCode.DIGIT6, false);
      Screen.until("InnoDB", () -> panel.chosen().equals("innodb") && rows(panel) > 40);
      Screen.run(() -> ((Button) panel.node().lookup("#innodb-status")).fire());
      Screen.until("its text", () -> panel.node().lookup("#innodb-text") != null);
      shoot(window, "incident-innodb");
      press(panel.node().lookup(".instance-panel"), KeyCode.DIGIT7, false);
      Screen.until("variables", () -> panel.chosen().equals("variables") && rows(panel) > 400);
      shoot(window, "incident-variables");
      press(panel.node().lookup(".instance-panel"), KeyCode.DIGIT9, false);
      Screen.until("charts", () -> panel.node().lookupAll(".time-chart").size() >= 5);
      shoot(window, "incident-ring");
      Screen.run(() -> panel.choose("parts"));
      Screen.settle();
      shoot(window, "incident-parts");

      assertThat(stage.audit.newest(Optional.empty(), "", 10)).isEmpty();
      Screen.run(() -> ((Button) panel.node().lookup("#incident-live")).fire());
      assertThat(opened).containsExactly("live shop-db-1");
      end(window, panel);
    }
  }

  @Test
  void aTriggerMadeInTheWindowCapturesAPileByItself() throws Exception {
    stage.instance("shop-db-1", Safety.STRICT);
    var filters = new SavedFilters(stage.settings);
    filters.keep("waiting", "is:blocked");
    try (TestSchema schema = TestSchema.on(running);
        var looking = stage.diagnosis.fleet().join(state -> {})) {
      Panel panel = Screen.get(() -> new DiagnosisPanels(kit).incidents());
      Stage window = show(panel);
      Screen.run(() -> button(window, "Triggers").fire());
      Screen.until("the sheet", () -> window.getScene().lookup("#trigger-condition") != null);
      Screen.run(() -> condition(window).setText("Innodb_row_lock_current_waits is high"));
      Screen.run(() -> button(window, "Keep this trigger").fire());
      Screen.until("told what is wrong", () -> says(window, "The trigger is not understood"));
      assertThat(guard.rules()).isEmpty();
      shoot(window, "triggers-wrong");
      Screen.run(
          () -> {
            condition(window).setText("@waiting>3");
            ((TextField) window.getScene().lookup("#trigger-cycles")).setText("2");
            ((TextField) window.getScene().lookup("#trigger-release")).setText("1");
            button(window, "Keep this trigger").fire();
          });
      assertThat(guard.rules()).hasSize(1);
      assertThat(says(window, "again once it is 1 or less")).isTrue();
      shoot(window, "triggers");
      Screen.run(() -> button(window, "Close").fire());
      assertThat(Screen.get(() -> button(window, "Triggers").getText())).contains("1 on");
      pile(schema, 6);
      Screen.until("it is captured and stands in the list", () -> rows(panel) == 1);
      Incident.Head head = incidents.list("", 1).getFirst();
      assertThat(head.trigger()).startsWith("shop-db-1: @waiting>3");
      assertThat(head.summary()).contains("wait");
      assertThat(incidents.find(head.id()).recorded().getFirst().part("ring")).isPresent();
      shoot(window, "incidents");
      filters.remove("waiting");
      Screen.run(() -> button(window, "Triggers").fire());
      Screen.until("what is missing", () -> says(window, "no saved filter @waiting"));
      shoot(window, "triggers-gone");
      Screen.run(() -> button(window, "Close").fire());
      end(window, panel);
      stage.quiet();
    }
  }

  private static TextField condition(Stage window) {
    return (TextField) window.getScene().lookup("#trigger-condition");
  }
}
