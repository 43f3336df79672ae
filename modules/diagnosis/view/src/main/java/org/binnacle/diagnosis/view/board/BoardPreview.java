package org.binnacle.diagnosis.view.board;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.MergedWatch;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Tips;
import org.binnacle.kernel.InstanceRef;
import org.jspecify.annotations.Nullable;

/// What is the matter with the selected instance, or with one that is pinned: the terms, what its
/// sessions do, whose they are and what they run. Looks at it closely while it is shown.
final class BoardPreview extends BorderPane implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final javafx.util.Duration CALM = javafx.util.Duration.millis(300);

  private final Diagnosis diagnosis;
  private final Label title = new Label();
  private final Label facts = new Label();
  private final VBox terms = PreviewLines.column();
  private final VBox states = PreviewLines.column();
  private final PreviewSessions sessions = new PreviewSessions();
  private final ToggleButton pin = new ToggleButton();
  private final PauseTransition calm = new PauseTransition(CALM);
  private final Consumer<Merged> hop = FxThread.latest(this::sessions);
  private Optional<InstanceRef> shown = Optional.empty();
  private boolean pinned;
  private @Nullable MergedWatch watch;

  /// @param open opens the instance that is shown
  /// @param turn pins the preview to its instance, or unpins it
  BoardPreview(Diagnosis diagnosis, Consumer<InstanceRef> open, Runnable turn, Runnable hide) {
    this.diagnosis = diagnosis;
    getStyleClass().add("board-preview");
    title.getStyleClass().add("preview-title");
    facts.getStyleClass().add("muted");
    facts.setMinWidth(0);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head =
        new HBox(
            title,
            facts,
            gap,
            Icons.button(
                "mdi2f-format-list-bulleted",
                "Sessions",
                "Open its sessions",
                () -> shown.ifPresent(open)),
            pin,
            Icons.button("mdi2c-close", "Hide the preview (Esc)", hide));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("detail-head");
    pin.setId("preview-pin");
    pin.getStyleClass().add("flat");
    pin.setOnAction(event -> turn.run());
    pin(false);
    setTop(head);
    var body =
        new HBox(PreviewLines.part("Why", terms, 2.2), PreviewLines.part("States", states, 1.25));
    body.getChildren().addAll(sessions.parts());
    body.getStyleClass().add("preview-body");
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("facts-scroll");
    setCenter(scroll);
    setMinHeight(90);
    calm.setOnFinished(event -> look());
  }

  /// Whether it stays on its instance while the selection moves.
  boolean pinned() {
    return pinned;
  }

  boolean shows(String instanceId) {
    return shown.filter(one -> one.id().equals(instanceId)).isPresent();
  }

  void pin(boolean on) {
    FxThread.check();
    pinned = on;
    pin.setSelected(on);
    pin.setGraphic(Icons.of(on ? "mdi2p-pin" : "mdi2p-pin-outline"));
    pin.setText(on ? "Pinned" : "");
    Tips.put(
        pin,
        on
            ? "It stays on this instance while the selection moves (Space or Esc unpins)"
            : "Stay on this instance while the selection moves (Space)");
    pin.setAccessibleText(on ? "Unpin the preview" : "Pin the preview");
  }

  /// Shows an instance; the sessions come a moment after the choice has settled.
  void show(Beat beat) {
    FxThread.check();
    InstanceRef instance = beat.instance();
    boolean other = !shows(instance.id());
    if (other) {
      stop();
      shown = Optional.of(instance);
    }
    if (watch == null && calm.getStatus() != Animation.Status.RUNNING) {
      calm.playFromStart();
    }
    title.setText(instance.name());
    facts.setText(PreviewFacts.line(beat));
    terms.getChildren().setAll(PreviewFacts.terms(beat));
    states.getChildren().setAll(PreviewFacts.states(beat));
    if (other || watch == null) {
      sessions.begin(beat.fresh().map(Vitals::longest).orElse(List.of()));
    }
  }

  private void look() {
    shown.ifPresent(
        instance ->
            watch = diagnosis.watch(List.of(instance), EVERY, merged -> hop.accept(merged)));
  }

  private void sessions(Merged merged) {
    FxThread.check();
    if (watch == null
        || shown.isEmpty()
        || merged.looks().stream().noneMatch(look -> look.instance().id().equals(shown.get().id()))
        || merged.looks().stream().allMatch(look -> look.snapshot().isEmpty())) {
      return;
    }
    sessions.show(merged.rows());
  }

  /// Looks at nothing until it shows something again; what is pinned stays so.
  void stop() {
    calm.stop();
    MergedWatch last = watch;
    watch = null;
    if (last != null) {
      last.close();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
