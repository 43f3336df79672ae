package org.binnacle.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.binnacle.diagnosis.pulse.PulseSettings;
import org.binnacle.diagnosis.replication.HeartbeatRules;
import org.binnacle.fxkit.Shots;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Settings of the board that are typed.
@Tag("screen")
class SettingsTextTest {
  private final MemorySettings settings = new MemorySettings();
  private MainWindow window;

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @BeforeEach
  void open() {
    window = Screen.get(() -> MainWindow.open(new Trial().wiring(settings)));
    Screen.run(() -> window.workbench().open("settings"));
    Screen.settle();
  }

  @AfterEach
  void close() {
    Screen.run(window::close);
    Screen.settle();
  }

  private Node the(String id) {
    return Screen.get(() -> find(window.stage().getScene().getRoot(), id).orElseThrow());
  }

  /// An id with dots is no selector.
  private static Optional<Node> find(Node at, String id) {
    if (id.equals(at.getId())) {
      return Optional.of(at);
    }
    if (at instanceof ScrollPane scroll && scroll.getContent() != null) {
      return find(scroll.getContent(), id);
    }
    return at instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> find(child, id).stream())
            .findFirst()
        : Optional.empty();
  }

  private void type(String id, String text) {
    var field = (TextField) the(id);
    Screen.run(
        () -> {
          field.setText(text);
          field.fireEvent(new ActionEvent());
        });
    Screen.settle();
  }

  private String problem() {
    return problem(PulseSettings.THRESHOLDS);
  }

  private String problem(String setting) {
    var problem = (Label) the("problem-" + setting);
    return Screen.get(() -> problem.isVisible() ? problem.getText() : "");
  }

  @Test
  void thresholdsAreCheckedAndOnlyRightOnesAreKept() {
    String field = "setting-" + PulseSettings.THRESHOLDS;
    assertThat(problem()).isEmpty();
    type(field, "tag:reports => selekt=10m/1h");
    assertThat(problem()).contains("selekt is no threshold; did you mean select?");
    assertThat(settings.get(PulseSettings.THRESHOLDS)).isEmpty();
    shoot("settings-thresholds-wrong");
    type(field, "colour:red => select=10m/1h");
    assertThat(problem()).contains("colour");
    String right = "tag:reports => select=10m/1h; role:backup => lag=1h/1d";
    type(field, right);
    assertThat(problem()).isEmpty();
    assertThat(settings.get(PulseSettings.THRESHOLDS)).contains(right);
    type(field, " ");
    assertThat(settings.get(PulseSettings.THRESHOLDS)).isEmpty();
  }

  @Test
  void heartbeatTablesAreCheckedAndOnlyRightOnesAreKept() {
    String field = "setting-" + HeartbeatRules.SETTING;
    type(field, "tag:eu = eu.beat; tag:us = a table");
    assertThat(problem(HeartbeatRules.SETTING)).contains("tag:us = a table");
    assertThat(settings.get(HeartbeatRules.SETTING)).isEmpty();
    shoot("settings-heartbeat-wrong");
    type(field, "colour:red = eu.beat");
    assertThat(problem(HeartbeatRules.SETTING)).contains("colour:red");
    type(field, "tag:eu = eu.beat utc; off");
    assertThat(problem(HeartbeatRules.SETTING)).isEmpty();
    assertThat(settings.get(HeartbeatRules.SETTING)).contains("tag:eu = eu.beat utc; off");
  }

  @Test
  void reportingUsersAreKept() {
    type("setting-" + PulseSettings.EXEMPT, "report*, etl");
    assertThat(settings.get(PulseSettings.EXEMPT)).contains("report*, etl");
    shoot("settings-reporting-users");
  }

  private void shoot(String name) {
    for (Themes.Choice choice : new Themes.Choice[] {Themes.Choice.DARK, Themes.Choice.LIGHT}) {
      Screen.run(() -> window.themes().choice().set(choice));
      Screen.settle();
      Path file =
          Path.of("target/shots/" + name + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png");
      Screen.run(() -> Shots.take(window.stage().getScene(), 1, file));
    }
  }
}
