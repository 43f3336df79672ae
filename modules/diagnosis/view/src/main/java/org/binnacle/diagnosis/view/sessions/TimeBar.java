package org.binnacle.diagnosis.view.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.binnacle.fxkit.Icons;

/// The line over a table that is not live: which moment it shows, a slider over the last ten
/// minutes, and the way back to live.
final class TimeBar extends HBox {
  static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Rewind rewind;
  private final Label words = new Label();
  private final Label reach = new Label();
  private final Slider slider = new Slider();
  private boolean moving;

  TimeBar(Rewind rewind) {
    this.rewind = rewind;
    getStyleClass().addAll("frozen-mark", "time-bar");
    setAlignment(Pos.CENTER_LEFT);
    words.setId("sessions-time");
    words.setMinWidth(USE_PREF_SIZE);
    reach.setMinWidth(USE_PREF_SIZE);
    slider.setId("sessions-scrubber");
    slider.setAccessibleText("Moment of the last ten minutes");
    slider.setFocusTraversable(true);
    HBox.setHgrow(slider, Priority.ALWAYS);
    slider
        .valueProperty()
        .addListener(
            (seen, was, is) -> {
              if (!moving) {
                rewind.seek(Instant.ofEpochMilli(is.longValue()));
              }
            });
    var live = new Button("Live");
    live.setId("sessions-live");
    live.setAccessibleText("Back to the sessions of now (Space)");
    live.setOnAction(event -> rewind.frozen().set(false));
    getChildren()
        .addAll(
            words,
            Icons.button("mdi2c-chevron-left", "One look back ( [ )", () -> rewind.step(-1)),
            slider,
            Icons.button("mdi2c-chevron-right", "One look forward ( ] )", () -> rewind.step(1)),
            reach,
            live);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /// Tells the moment and how far back one can go; called at each look and twice a second.
  void tell(Instant now) {
    Optional<Instant> at = rewind.at().get();
    setVisible(at.isPresent());
    if (at.isEmpty()) {
      return;
    }
    List<Instant> range = rewind.range();
    String time = CLOCK.format(at.get());
    words.setText(
        rewind.past()
            ? "AT %s, %s".formatted(time, ago(Duration.between(at.get(), now)))
            : "FROZEN at %s. Collecting goes on; Space goes back to live.".formatted(time));
    if (!range.isEmpty()) {
      Duration back = Duration.between(range.getFirst(), range.getLast());
      reach.setText(
          "%s kept, %.1f MB".formatted(length(back), Math.max(0.1, rewind.bytes() / 1e6)));
      moving = true;
      slider.setMin(range.getFirst().toEpochMilli());
      slider.setMax(Math.max(range.getLast().toEpochMilli(), slider.getMin() + 1));
      slider.setBlockIncrement(1_000);
      if (!slider.isValueChanging()) {
        slider.setValue(at.get().toEpochMilli());
      }
      moving = false;
    }
  }

  private static String ago(Duration since) {
    return since.isNegative() ? "now" : length(since) + " ago";
  }

  private static String length(Duration length) {
    return length.toSeconds() < 60
        ? length.toSeconds() + " s"
        : "%d min %02d s".formatted(length.toMinutes(), length.toSecondsPart());
  }
}
