package org.binnacle.diagnosis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.MemoryIncidents;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.view.incident.IncidentPanel;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.Screen;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What can be chosen of a capture and of an export, and a part that is not understood.
@SuppressWarnings({"NullAway", "try"})
@Tag("server")
@Tag("screen")
class IncidentChoicesTest {
  private final List<String> opened = new CopyOnWriteArrayList<>();
  private Theatre stage;
  private Themes themes;
  private Incidents incidents;
  private Kit kit;

  @BeforeEach
  void open() {
    Screen.start();
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    stage = new Theatre(running);
    themes = Screen.get(() -> new Themes(stage.settings));
    incidents =
        new Incidents(
            stage.connections,
            () -> List.copyOf(stage.servers),
            new MemoryIncidents(),
            Clock.systemUTC());
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
            new Doors() {
              @Override
              public void incident(String id) {
                opened.add(id);
              }

              @Override
              public void compare(String before, String after) {}
            });
  }

  @AfterEach
  void close() throws Exception {
    Screen.run(themes::close);
    stage.close();
  }

  private Stage show(javafx.scene.Node node) {
    return Screen.get(
        () -> {
          var scene = new Scene(new Layer(node), 1360, 800);
          themes.dress(scene);
          var window = new Stage();
          window.setScene(scene);
          window.show();
          return window;
        });
  }

  private static boolean says(Stage window, String words) {
    return window.getScene().getRoot().lookupAll(".label").stream()
        .anyMatch(
            node -> node instanceof Labeled one && String.valueOf(one.getText()).contains(words));
  }

  @Test
  void masksAreChosenApartAndANewerPartIsShownRaw() throws Exception {
    var instance = stage.instance("shop-db-1", Safety.STRICT);
    Incident taken =
        incidents.capture(List.of(instance), CaptureOptions.byHand(), state -> {}, new Cancel());
    Recorded one = taken.recorded().getFirst();
    var parts = new ArrayList<Part>();
    for (Part part : one.parts()) {
      parts.add(
          new Part(
              part.step(),
              part.step().equals("locks") ? 9 : part.version(),
              part.status(),
              part.detail(),
              part.ms(),
              part.bytes(),
              part.grids(),
              part.texts()));
    }
    incidents.keep(
        new Incident(
            taken.id(),
            taken.at(),
            taken.took(),
            taken.title(),
            taken.trigger(),
            taken.note(),
            false,
            List.of(new Recorded(one.instance(), one.version(), one.flavour(), parts)),
            taken.findings()));
    var panel = (IncidentPanel) Screen.get(() -> new DiagnosisPanels(kit).incident(taken.id()));
    Stage window = show(panel.node());
    Screen.until("read", () -> panel.chosen().equals("summary"));
    Screen.run(() -> panel.choose("locks"));
    Screen.until("raw", () -> says(window, "A newer Binnacle wrote this part (version 9"));
    Pictures.take(themes, window.getScene(), "incident-newer-part");

    Path page = Path.of("target", "shots", "incident-summary-only.html");
    Files.createDirectories(page.getParent());
    Files.deleteIfExists(page);
    stage.saves.file = Optional.of(page);
    var menu = (MenuButton) Screen.get(() -> panel.node().lookup("#incident-mask"));
    Screen.run(
        () ->
            menu.getItems().stream()
                .filter(
                    item ->
                        "mask-hosts".equals(item.getId()) || "mask-summary".equals(item.getId()))
                .forEach(item -> ((CheckMenuItem) item).setSelected(true)));
    assertThat(Screen.get(menu::getText)).isEqualTo("Masked: hosts; summary only");
    Pictures.take(themes, window.getScene(), "incident-mask-chosen");
    Screen.run(
        () ->
            panel.node().lookupAll(".button").stream()
                .filter(node -> node instanceof Button it && "Export...".equals(it.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
    Screen.until("written", () -> Files.exists(page) && says(window, "Written to"));
    assertThat(Files.readString(page)).contains("masked").doesNotContain("shop-db-1");
    assertThat(Files.readString(page)).doesNotContain("<details");
    Screen.run(
        () -> {
          panel.close();
          themes.undress(window.getScene());
        });
    Screen.close(window);
  }

  @Test
  void anotherNumberOfLooksBeginsAnewAndOnlyThatIsKept() {
    var instance = stage.instance("shop-db-1", Safety.STRICT);
    var pane = Screen.get(BorderPane::new);
    Stage window = show(pane);
    stage.settings.put("incident.looks", "10");
    Screen.run(() -> new DiagnosisPanels(kit).capture(List.of(instance), pane));
    Screen.until("begun", () -> says(window, "This takes ten to twelve seconds"));
    Screen.until("steps", () -> says(window, "Sessions"));
    Pictures.take(themes, window.getScene(), "incident-capture-choice");
    Screen.run(
        () ->
            ((ChoiceBox<?>) window.getScene().lookup("#capture-looks"))
                .getSelectionModel()
                .select(0));
    Screen.until("anew", () -> says(window, "This takes three to five seconds"));
    Screen.until("taken", () -> opened.size() == 1);
    Screen.until("only that is kept", () -> incidents.list("", 10).size() == 1);
    assertThat(incidents.list("", 10).getFirst().id()).isEqualTo(opened.getFirst());
    assertThat(stage.settings.get("incident.looks")).contains("3");
    Screen.run(() -> themes.undress(window.getScene()));
    Screen.close(window);
  }
}
