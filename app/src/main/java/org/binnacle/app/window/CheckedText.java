package org.binnacle.app.window;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Settings;
import org.binnacle.kernel.Words;

/// A setting that is typed in a small language: what is wrong stands below it, and is not kept.
final class CheckedText extends VBox {
  private final Words words = new Words();
  private final KeptText text;
  private final Label problem = new Label();

  /// @param check throws a fault where the text is not right
  CheckedText(Settings settings, String key, String like, String what, Consumer<String> check) {
    text = new KeptText(settings, key, like, what, typed -> told(typed, check));
    problem.setId("problem-" + key);
    problem.getStyleClass().add("setting-problem");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.managedProperty().bind(Bindings.isNotEmpty(problem.textProperty()));
    problem.visibleProperty().bind(problem.managedProperty());
    problem.maxWidthProperty().bind(text.widthProperty());
    getChildren().addAll(text, problem);
  }

  private boolean told(String typed, Consumer<String> check) {
    try {
      check.accept(typed);
      problem.setText("");
      return true;
    } catch (Fault fault) {
      problem.setText(words.of(fault).happened());
      return false;
    }
  }
}
