package org.binnacle.fxkit.sheet;

import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.kernel.Severity;

/// Short news in the corner of a window that go by themselves, unless the mouse rests on them.
/// Failures do not belong here: they stay where they happened ({@link MessageBar}).
public final class Toasts {
  private static final Duration STAY = Duration.seconds(6);

  private Toasts() {}

  public static void show(Node anywhere, Severity severity, String words) {
    show(anywhere, severity, words, "", () -> {});
  }

  /// @param verb such as `Undo`; empty for none
  public static void show(
      Node anywhere, Severity severity, String words, String verb, Runnable action) {
    FxThread.check();
    Layer.find(anywhere).ifPresent(layer -> show(layer, severity, words, verb, action));
  }

  private static void show(
      Layer layer, Severity severity, String words, String verb, Runnable action) {
    var text = new Label(words);
    text.setWrapText(true);
    text.setMaxWidth(420);
    HBox.setHgrow(text, Priority.ALWAYS);
    var toast = new HBox(Icons.of(MessageBar.literal(severity)), text);
    toast.getStyleClass().addAll("toast", severity.name().toLowerCase(Locale.ROOT));
    toast.setAlignment(Pos.CENTER_LEFT);
    var stay = new PauseTransition(STAY);
    Runnable gone =
        () -> {
          stay.stop();
          layer.toasts().getChildren().remove(toast);
        };
    if (!verb.isEmpty()) {
      var button = new Button(verb);
      button.getStyleClass().add("flat");
      button.setOnAction(
          event -> {
            gone.run();
            action.run();
          });
      toast.getChildren().add(button);
    }
    toast.getChildren().add(Icons.button("mdi2c-close", "Hide", gone));
    stay.setOnFinished(event -> gone.run());
    toast
        .hoverProperty()
        .addListener(
            (seen, was, is) -> {
              if (is) {
                stay.stop();
              } else if (layer.toasts().getChildren().contains(toast)) {
                stay.playFromStart();
              }
            });
    layer.toasts().getChildren().add(toast);
    stay.play();
  }
}
