package org.binnacle.review.view.server;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.theme.States;
import org.binnacle.review.live.LiveLimits;

/// How much a server is asked at most: statements that are explained, and seconds. An empty field
/// stands for what is usual.
final class LimitFields extends VBox {
  private static final LiveLimits USUAL = LiveLimits.standard();

  private final TextField plans = field("server-max-plans", USUAL.plans());
  private final TextField seconds = field("server-max-seconds", USUAL.time().toSeconds());
  private final Label mistake = new Label();

  LimitFields(Optional<LiveLimits> now) {
    now.filter(limits -> !limits.equals(USUAL))
        .ifPresent(
            limits -> {
              plans.setText(String.valueOf(limits.plans()));
              seconds.setText(String.valueOf(limits.time().toSeconds()));
            });
    mistake.getStyleClass().add("mistake-words");
    mistake.managedProperty().bind(mistake.textProperty().isNotEmpty());
    var line =
        new HBox(
            label("Ask for at most", plans),
            plans,
            label("plans, in at most", seconds),
            seconds,
            label("seconds", seconds));
    line.getStyleClass().add("rule-line");
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, mistake);
    plans.textProperty().addListener((seen, was, is) -> look());
    seconds.textProperty().addListener((seen, was, is) -> look());
  }

  private static TextField field(String id, long usual) {
    var field = new TextField();
    field.setId(id);
    field.setPromptText(String.valueOf(usual));
    field.setPrefColumnCount(4);
    field.setMinWidth(Region.USE_PREF_SIZE);
    field.setTextFormatter(
        new TextFormatter<String>(
            change -> change.getControlNewText().matches("\\d{0,7}") ? change : null));
    return field;
  }

  private static Label label(String words, TextField of) {
    var label = new Label(words);
    label.setLabelFor(of);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /// Whether both say something that can be kept to.
  BooleanBinding right() {
    return Bindings.createBooleanBinding(
        () -> plans().isPresent() && seconds().isPresent(),
        plans.textProperty(),
        seconds.textProperty());
  }

  /// To be asked where both are {@link #right}.
  LiveLimits limits() {
    return new LiveLimits(
        plans().orElse(USUAL.plans()), seconds().map(Duration::ofSeconds).orElse(USUAL.time()));
  }

  private Optional<Integer> plans() {
    return number(plans, USUAL.plans(), 0, LiveLimits.MOST_PLANS);
  }

  private Optional<Integer> seconds() {
    return number(seconds, (int) USUAL.time().toSeconds(), 1, LiveLimits.MOST_SECONDS);
  }

  private static Optional<Integer> number(TextField field, int usual, int least, int most) {
    String typed = field.getText().strip();
    int number = typed.isEmpty() ? usual : Integer.parseInt(typed);
    return number < least || number > most ? Optional.empty() : Optional.of(number);
  }

  private void look() {
    States.set(plans, States.CRITICAL, plans().isEmpty());
    States.set(seconds, States.CRITICAL, seconds().isEmpty());
    mistake.setText(
        plans().isEmpty()
            ? "Plans: 0 to %,d".formatted(LiveLimits.MOST_PLANS)
            : seconds().isEmpty() ? "Seconds: 1 to %,d".formatted(LiveLimits.MOST_SECONDS) : "");
  }
}
