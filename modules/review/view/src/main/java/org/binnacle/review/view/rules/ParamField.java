package org.binnacle.review.view.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.theme.States;
import org.binnacle.review.Param;

/// One parameter of a rule: a box to tick, or a field whose mistake is told below it.
final class ParamField extends VBox {
  private final Label mistake = new Label();
  private Object used;

  /// @param use takes each right value once: when the field is left, or at Enter
  ParamField(Param param, Object value, Consumer<Object> use) {
    used = value;
    getStyleClass().add("param-field");
    var name = new Label(param.name());
    name.getStyleClass().add("name");
    var about = new Label(param.about());
    about.setWrapText(true);
    about.getStyleClass().add("muted");
    mistake.getStyleClass().add("mistake-words");
    mistake.managedProperty().bind(mistake.textProperty().isNotEmpty());
    if (param.standard() instanceof Boolean) {
      var box = new CheckBox(param.name());
      box.setId("param-" + param.name());
      box.setSelected(Boolean.TRUE.equals(value));
      box.setOnAction(event -> use.accept(box.isSelected()));
      getChildren().addAll(box, about);
      return;
    }
    var field = new TextField(shown(value));
    field.setId("param-" + param.name());
    HBox.setHgrow(field, Priority.ALWAYS);
    name.setLabelFor(field);
    var standard =
        new Label(
            "default " + (shown(param.standard()).isEmpty() ? "none" : shown(param.standard())));
    standard.getStyleClass().add("muted");
    var line = new HBox(name, field, standard);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("rule-line");
    field
        .focusedProperty()
        .addListener(
            (seen, was, is) -> {
              if (was) {
                take(param, field, use);
              }
            });
    field.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            take(param, field, use);
            event.consume();
          }
        });
    getChildren().addAll(line, about, mistake);
  }

  private void take(Param param, TextField field, Consumer<Object> use) {
    Optional<Object> typed = parsed(param, field.getText());
    mistake.setText(typed.isPresent() ? "" : param.name() + " wants " + param.type());
    States.set(field, States.CRITICAL, typed.isEmpty());
    typed
        .filter(now -> !now.equals(used))
        .ifPresent(
            now -> {
              used = now;
              use.accept(now);
            });
  }

  private static Optional<Object> parsed(Param param, String text) {
    return switch (param.standard()) {
      case Integer n -> {
        try {
          yield Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException e) {
          yield Optional.empty();
        }
      }
      case List<?> list ->
          Optional.of(
              Arrays.stream(text.split(","))
                  .map(String::strip)
                  .filter(one -> !one.isEmpty())
                  .toList());
      default -> Optional.of(text);
    };
  }

  private static String shown(Object value) {
    return value instanceof List<?> list
        ? String.join(", ", list.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }
}
