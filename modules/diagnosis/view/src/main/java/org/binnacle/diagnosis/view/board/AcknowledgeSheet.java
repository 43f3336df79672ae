package org.binnacle.diagnosis.view.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.health.Finding;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Settings;
import org.binnacle.kernel.Severity;

/// Which terms of an instance do not count for how many minutes; those that were acknowledged can
/// be made to count again.
final class AcknowledgeSheet {
  static final int MOST_MINUTES = 30 * 24 * 60;
  private static final String REMEMBERED = "board.acknowledge.minutes";
  private static final Map<String, Integer> USUAL = new LinkedHashMap<>();

  static {
    USUAL.put("10 min", 10);
    USUAL.put("1 hour", 60);
    USUAL.put("8 hours", 8 * 60);
    USUAL.put("3 days", 3 * 24 * 60);
  }

  private final BoardModel model;
  private final InstanceRef instance;
  private final Settings settings;
  private final Node anywhere;
  private final Map<Finding, CheckBox> boxes = new LinkedHashMap<>();
  private final TextField minutes = new TextField();
  private final Sheet sheet;

  private AcknowledgeSheet(BoardModel model, Beat beat, Settings settings, Node anywhere) {
    this.anywhere = anywhere;
    this.model = model;
    this.instance = beat.instance();
    this.settings = settings;
    minutes.setId("acknowledge-minutes");
    minutes.setPrefColumnCount(5);
    minutes.setText(settings.get(REMEMBERED).filter(kept -> read(kept).isPresent()).orElse("60"));
    var terms = new VBox();
    terms.getStyleClass().add("acknowledge-terms");
    List<Finding> findings = beat.health().findings();
    findings.stream()
        .filter(finding -> !finding.silenced())
        .forEach(finding -> terms.getChildren().add(box(finding)));
    var silenced =
        new SilencedTerms(
            model.silences(), instance.id(), findings.stream().filter(Finding::silenced).toList());
    var wrong =
        Bindings.createBooleanBinding(
            () -> read(minutes.getText()).isEmpty(), minutes.textProperty());
    var hint = new Label("A number of minutes, 1 to %,d (30 days).".formatted(MOST_MINUTES));
    hint.getStyleClass().add("muted");
    hint.visibleProperty().bind(wrong);
    hint.managedProperty().bind(hint.visibleProperty());
    var body = new VBox();
    body.getStyleClass().add("acknowledge");
    body.getStylesheets().add(Themes.css("board"));
    sheet = Sheet.titled("Acknowledge").on(instance).body(body).back("Close").refuseWhile(wrong);
    if (boxes.isEmpty()) {
      body.getChildren().add(silenced);
    } else {
      body.getChildren().addAll(terms, silenced, length(), hint);
      sheet.act("Acknowledge for so long", Sheet.Kind.USUAL, open -> acknowledge());
    }
  }

  /// @param anywhere a node of the window
  static void open(BoardModel model, Beat beat, Settings settings, Node anywhere) {
    FxThread.check();
    var made = new AcknowledgeSheet(model, beat, settings, anywhere);
    made.sheet.open(anywhere);
    made.minutes.requestFocus();
    made.minutes.selectAll();
  }

  private Node box(Finding finding) {
    var box = new CheckBox(finding.words());
    box.setMnemonicParsing(false);
    box.setWrapText(true);
    box.setSelected(boxes.isEmpty());
    boxes.put(finding, box);
    return box;
  }

  private Node length() {
    var presets = new HBox();
    presets.getStyleClass().add("acknowledge-presets");
    USUAL.forEach(
        (words, count) -> {
          var button = new Button(words);
          button.getStyleClass().add("flat");
          button.setOnAction(event -> minutes.setText(String.valueOf(count)));
          presets.getChildren().add(button);
        });
    var line = new HBox(new Label("Not counted for"), minutes, new Label("minutes"));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("acknowledge-length");
    return new VBox(line, presets);
  }

  /// Minutes, 1 to {@link #MOST_MINUTES}; empty where it is something else.
  static OptionalInt read(String text) {
    String bare = text.strip();
    if (!bare.matches("[0-9]{1,6}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(bare);
    return number < 1 || number > MOST_MINUTES ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private void acknowledge() {
    OptionalInt count = read(minutes.getText());
    if (count.isEmpty()) {
      return;
    }
    Duration length = Duration.ofMinutes(count.getAsInt());
    settings.put(REMEMBERED, String.valueOf(count.getAsInt()));
    List<String> told = new ArrayList<>();
    boxes.forEach(
        (finding, box) -> {
          if (box.isSelected()) {
            model.silence(instance, finding.term(), length);
            told.add(finding.term());
          }
        });
    if (!told.isEmpty()) {
      Toasts.show(
          anywhere,
          Severity.OK,
          "%s of %s: not counted for %,d minutes"
              .formatted(String.join(", ", told), instance.name(), count.getAsInt()));
    }
    sheet.close();
  }
}
