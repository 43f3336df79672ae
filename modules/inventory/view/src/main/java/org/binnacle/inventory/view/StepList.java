package org.binnacle.inventory.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.inventory.reach.Step;
import org.binnacle.inventory.reach.Step.Name;
import org.binnacle.inventory.reach.Step.Status;

/// The steps of a connection test, one below the other as they come.
final class StepList extends VBox {
  private final Map<Name, Step> steps = new EnumMap<>(Name.class);

  StepList() {
    getStyleClass().add("steps");
    setId("test-steps");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void begin() {
    FxThread.check();
    steps.clear();
    show();
    setVisible(true);
  }

  void step(Step step) {
    FxThread.check();
    steps.put(step.name(), step);
    show();
  }

  boolean failed() {
    return steps.values().stream().anyMatch(step -> step.status() == Status.FAILED);
  }

  /// Whether all went well but something is missing.
  boolean warned() {
    return steps.values().stream().anyMatch(step -> step.status() == Status.WARNING);
  }

  private void show() {
    getChildren().clear();
    var grants = new ArrayList<String>();
    for (Step step : steps.values()) {
      getChildren().add(line(step));
      grants.addAll(step.statements());
    }
    if (!failed()) {
      for (Name name : Name.values()) {
        if (!steps.containsKey(name)) {
          getChildren().add(line(name, "mdi2p-progress-clock", "running", "…", ""));
          break;
        }
      }
    }
    if (!grants.isEmpty()) {
      grants(grants);
    }
  }

  private static HBox line(Step step) {
    String took = step.status() == Status.SKIPPED ? "" : "  (" + step.took().toMillis() + " ms)";
    return line(
        step.name(),
        icon(step.status()),
        step.status().name().toLowerCase(Locale.ROOT),
        step.happened() + took,
        step.next());
  }

  private static HBox line(Name step, String icon, String style, String happened, String todo) {
    var name = new Label(words(step));
    name.getStyleClass().add("name");
    name.setMinWidth(110);
    var words = new Label(happened);
    words.setWrapText(true);
    var told = new VBox(words);
    if (!todo.isEmpty()) {
      var next = new Label(todo);
      next.setWrapText(true);
      next.getStyleClass().add("muted");
      told.getChildren().add(next);
    }
    var line = new HBox(Icons.of(icon), name, told);
    line.setAlignment(Pos.TOP_LEFT);
    line.setMinHeight(Region.USE_PREF_SIZE);
    line.getStyleClass().addAll("step", style);
    return line;
  }

  private static String words(Name name) {
    return switch (name) {
      case DNS, TCP, TLS -> name.name();
      case TUNNEL -> "Tunnel";
      case AUTHENTICATION -> "Authentication";
      case PRIVILEGES -> "Privileges";
    };
  }

  private void grants(List<String> grants) {
    String text = String.join("\n", grants);
    var heading = new Label("These statements give what is missing; run them as an administrator:");
    heading.setWrapText(true);
    var area = new TextArea(text);
    area.setEditable(false);
    area.setPrefRowCount(Math.min(8, grants.size() + 1));
    area.getStyleClass().add("mono");
    area.setId("test-grants");
    Button copy =
        Icons.button(
            "mdi2c-content-copy",
            "Copy the statements",
            "Copy the statements",
            () -> {
              var content = new ClipboardContent();
              content.putString(text);
              Clipboard.getSystemClipboard().setContent(content);
            });
    getChildren().addAll(heading, area, copy);
  }

  private static String icon(Status status) {
    return switch (status) {
      case OK -> "mdi2c-check-circle-outline";
      case FAILED -> "mdi2a-alert-octagon-outline";
      case WARNING -> "mdi2a-alert-outline";
      case SKIPPED -> "mdi2m-minus-circle-outline";
    };
  }
}
