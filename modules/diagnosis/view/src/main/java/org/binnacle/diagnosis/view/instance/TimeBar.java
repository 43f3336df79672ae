package org.binnacle.diagnosis.view.instance;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.fxkit.Icons;

/// The line over a view that is not live: which moment it shows, a slider over those that are kept
/// where any are, and the way back to live.
public final class TimeBar extends HBox {
  public static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Rewind<?> rewind;
  private final Label words = new Label();
  private final Label reach = new Label();
  private final Slider slider = new Slider();
  private final Region gap = new Region();
  private final List<Node> scrubber;
  private final Button live = new Button("Live");
  private boolean moving;

  /// @param view begins the ids of its controls, such as `sessions`
  public TimeBar(Rewind<?> rewind, String view) {
    this.rewind = rewind;
    getStyleClass().addAll("frozen-mark", "time-bar");
    setAlignment(Pos.CENTER_LEFT);
    words.setId(view + "-time");
    words.setMinWidth(USE_PREF_SIZE);
    reach.setMinWidth(USE_PREF_SIZE);
    slider.setId(view + "-scrubber");
    slider.setAccessibleText("Moment of those that are kept");
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
    live.setId(view + "-live");
    live.setAccessibleText("Back to what is now (Space)");
    live.setOnAction(event -> rewind.frozen().set(false));
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            words,
            gap,
            Icons.button("mdi2c-chevron-left", "One look back ( [ )", () -> rewind.step(-1)),
            slider,
            Icons.button("mdi2c-chevron-right", "One look forward ( ] )", () -> rewind.step(1)),
            reach,
            live);
    scrubber = List.copyOf(getChildren().subList(2, 6));
    for (Node node : scrubber) {
      node.managedProperty().bind(node.visibleProperty());
    }
    gap.managedProperty().bind(gap.visibleProperty());
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /// Tells the moment and how far back one can go; called at each look and each second.
  public void tell() {
    Instant now = rewind.now();
    Optional<Instant> at = rewind.at().get();
    List<Instant> range = rewind.range();
    boolean replay = rewind.recorded() && range.size() == 2;
    setVisible(at.isPresent() || replay);
    if (!isVisible()) {
      return;
    }
    scrubber.forEach(node -> node.setVisible(range.size() == 2));
    gap.setVisible(range.isEmpty());
    Instant shown = at.orElse(now);
    words.setText(words(shown, now));
    live.setText(rewind.recorded() ? "End" : "Live");
    live.setDisable(at.isEmpty());
    if (!range.isEmpty()) {
      Duration back = Duration.between(range.getFirst(), range.getLast());
      reach.setText(
          "%s %s, %.1f MB"
              .formatted(
                  length(back),
                  rewind.recorded() ? "recorded" : "kept",
                  Math.max(0.1, rewind.bytes() / 1e6)));
      moving = true;
      slider.setMin(range.getFirst().toEpochMilli());
      slider.setMax(Math.max(range.getLast().toEpochMilli(), slider.getMin() + 1));
      slider.setBlockIncrement(1_000);
      if (!slider.isValueChanging()) {
        slider.setValue(shown.toEpochMilli());
      }
      moving = false;
    }
  }

  private String words(Instant shown, Instant now) {
    String time = CLOCK.format(shown);
    if (rewind.recorded()) {
      Duration before = Duration.between(shown, now);
      return before.toMillis() < 500
          ? "RECORDED, its end at " + time
          : "RECORDED, at %s, %s before its end".formatted(time, length(before));
    }
    return rewind.past()
        ? "AT %s, %s".formatted(time, ago(Duration.between(shown, now)))
        : "FROZEN at %s. Collecting goes on; Space goes back to live.".formatted(time);
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
