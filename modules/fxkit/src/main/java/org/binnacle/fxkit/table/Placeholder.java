package org.binnacle.fxkit.table;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.Icons;
import org.binnacle.kernel.Words;

/// What stands where rows or a panel would be: empty, loading or failed, with at most one action.
public final class Placeholder {
  private Placeholder() {}

  /// @param icon an Ikonli literal
  /// @param title what is so, in a few words
  /// @param words why, and what to do
  public static Node of(String icon, String title, String words) {
    return box(Icons.of(icon), title, words);
  }

  public static Node of(String icon, String title, String words, String verb, Runnable action) {
    VBox box = box(Icons.of(icon), title, words);
    var button = new Button(verb);
    button.setOnAction(event -> action.run());
    box.getChildren().add(button);
    return box;
  }

  public static Node loading(String title) {
    var spinner = new ProgressIndicator();
    spinner.getStyleClass().add("small-spinner");
    return box(spinner, title, "");
  }

  /// A failure in its words, with the one thing to do about it.
  public static Node failed(Words.Told told, String verb, Runnable action) {
    VBox box = box(Icons.of("mdi2a-alert-circle-outline"), told.happened(), told.next());
    box.getStyleClass().add("failed");
    var code = new Label(told.code());
    code.getStyleClass().add("code");
    var button = new Button(verb);
    button.setOnAction(event -> action.run());
    box.getChildren().addAll(code, button);
    return box;
  }

  private static VBox box(Node mark, String title, String words) {
    var heading = new Label(title);
    heading.getStyleClass().add("heading");
    heading.setWrapText(true);
    var box = new VBox(mark, heading);
    box.getStyleClass().add("placeholder-box");
    box.setAlignment(Pos.CENTER);
    if (!words.isEmpty()) {
      var text = new Label(words);
      text.getStyleClass().add("muted");
      text.setWrapText(true);
      text.setMaxWidth(520);
      // The label is as wide as it may be: a short text would stand at its left.
      text.setAlignment(Pos.CENTER);
      box.getChildren().add(text);
    }
    return box;
  }
}
