package org.binnacle.diagnosis.view.kill;

import java.time.Duration;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.binnacle.diagnosis.kill.Pacing;

/// How fast the kills of a run follow each other, as two choices.
final class PaceLine extends HBox {
  private static final List<Integer> BETWEEN_S = List.of(0, 1, 2, 5, 10, 30, 60);
  private static final List<Integer> AFTER_S = List.of(3, 10, 30, 60, 300);

  private final ChoiceBox<Integer> between = new ChoiceBox<>();
  private final ChoiceBox<Integer> after = new ChoiceBox<>();

  /// @param several whether there is more than one to kill, so that there is something between
  PaceLine(boolean several) {
    getStyleClass().add("rule-line");
    setAlignment(Pos.CENTER_LEFT);
    fill(between, "kill-wait-between", BETWEEN_S);
    fill(after, "kill-wait-after", AFTER_S);
    if (several) {
      getChildren().addAll(label("Wait between two kills", between), between);
    }
    getChildren().addAll(label("Watch after the last at most", after), after);
  }

  private static void fill(ChoiceBox<Integer> box, String id, List<Integer> seconds) {
    box.setId(id);
    box.getItems().addAll(seconds);
    box.setValue(seconds.getFirst());
    box.setConverter(RuleSources.words(PaceLine::words));
  }

  private static String words(Integer seconds) {
    if (seconds == 0) {
      return "not at all";
    }
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min";
  }

  private static Label label(String words, ChoiceBox<Integer> of) {
    var label = new Label(words);
    label.setLabelFor(of);
    label.setMinWidth(USE_PREF_SIZE);
    of.setAccessibleText(words);
    return label;
  }

  Pacing pacing() {
    return new Pacing(Duration.ofSeconds(between.getValue()), Duration.ofSeconds(after.getValue()));
  }
}
