package org.binnacle.explain.view.advice;

import javafx.scene.Node;
import javafx.scene.control.Label;
import org.binnacle.fxkit.Icons;

/// Lines of advice that are no index.
final class ServedNote {
  private ServedNote() {}

  /// There is nothing to advise.
  static Node of() {
    var label =
        new Label(
            "The present indexes serve the statement as far as its conditions tell. Where it is"
                + " slow all the same, its plan says why.",
            Icons.of("mdi2c-check-circle-outline"));
    label.setWrapText(true);
    label.getStyleClass().add("advice-note");
    return label;
  }

  static Node words(String note) {
    var label =
        new Label(
            note.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + note.substring(1) + ".");
    label.setWrapText(true);
    label.getStyleClass().addAll("muted", "advice-note");
    return label;
  }
}
