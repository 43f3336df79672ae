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
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Ticker;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.fxkit.theme.States;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;

/// The line above a view: what is so in a sentence, how old that is and where it comes from; below
/// it what is inferred, denied or failing.
public final class ViewHead extends VBox {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Kit kit;
  private final Label summary = new Label();
  private final Label age = new Label();
  private final Label notes = new Label();
  private final Button again = new Button("Look now");
  private final HBox line;
  private final HeadMessage message;
  private final Ticker clock = new Ticker(Duration.ofSeconds(1), this::tick);
  private Optional<Instant> oldest = Optional.empty();
  private Optional<Instant> newest = Optional.empty();
  private List<Node> greyed = List.of();
  private Duration stale = Duration.ofSeconds(10);
  private String source = "";
  private String pace = "";
  private Optional<Rewind<?>> rewind = Optional.empty();
  private Optional<TimeBar> time = Optional.empty();

  public ViewHead(Kit kit) {
    this.kit = kit;
    message = new HeadMessage(kit);
    getStyleClass().add("view-head");
    summary.getStyleClass().add("view-summary");
    notes.getStyleClass().add("muted");
    notes.setWrapText(true);
    notes.managedProperty().bind(notes.textProperty().isNotEmpty());
    notes.visibleProperty().bind(notes.textProperty().isNotEmpty());
    age.getStyleClass().add("pill");
    age.setMinWidth(Region.USE_PREF_SIZE);
    age.setVisible(false);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    again.getStyleClass().add("flat");
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.managedProperty().bind(again.visibleProperty());
    again.setVisible(false);
    line = new HBox(summary, gap, again, age);
    line.getStyleClass().add("view-line");
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, notes, message.node());
  }

  /// What the button does that is there while looks come less often than wanted.
  public void onLookNow(Runnable look) {
    again.setOnAction(event -> look.run());
  }

  /// Puts controls between the sentence and the age.
  public void tools(Node... nodes) {
    line.getChildren().addAll(2, List.of(nodes));
  }

  /// What turns grey while nothing below is news: no instance has answered for three intervals.
  /// Where only some are silent, the age tells it and the rows of the others keep their colour.
  public void greys(Node... nodes) {
    greyed = List.of(nodes);
  }

  /// Lets the view stand still: a button, and below all else the line that tells which moment is
  /// shown.
  ///
  /// @param view begins the ids of its controls, such as `locks`
  public void standing(Rewind<?> which, String view) {
    var bar = new TimeBar(which, view);
    rewind = Optional.of(which);
    time = Optional.of(bar);
    ToggleButton freeze = Icons.toggle("mdi2s-snowflake", "Freeze the view (Space)");
    freeze.setId(view + "-freeze");
    freeze.setFocusTraversable(false);
    freeze.selectedProperty().bindBidirectional(which.frozen());
    which.at().addListener((seen, was, is) -> tick());
    line.getChildren().add(freeze);
    getChildren().add(bar);
  }

  public void start() {
    clock.play();
    tick();
  }

  public void stop() {
    clock.stop();
  }

  public void summary(String words) {
    summary.setText(words);
  }

  public String summary() {
    return summary.getText();
  }

  public void notes(List<String> words) {
    notes.setText(String.join("  ", words));
  }

  /// @param from where the data comes from, such as `data_lock_waits`
  /// @param every the interval that is wanted; three of those that are kept, without an answer, are
  ///   called stale
  public void seen(List<? extends Rounds.Seen<?>> seen, String from, Duration every) {
    source = from;
    Duration slowest = seen.stream().map(one -> one.every()).max(Duration::compareTo).orElse(every);
    boolean stretched = slowest.compareTo(every) > 0;
    again.setVisible(stretched && again.getOnAction() != null);
    pace = stretched ? ", " + Paces.each(slowest) : "";
    age.setTooltip(stretched ? new Tooltip(Paces.WHY) : null);
    stale = (stretched ? slowest : every).multipliedBy(3).plusSeconds(1);
    oldest = seen.stream().flatMap(one -> one.at().stream()).min(Instant::compareTo);
    newest = seen.stream().flatMap(one -> one.at().stream()).max(Instant::compareTo);
    message.faults(seen);
    tick();
  }

  /// Whether the line with the failure is there and of this instance, which needs no other mention
  /// then.
  public boolean tells(InstanceRef instance) {
    return message.tells(instance);
  }

  /// What this account may not see, with the statements that would allow it; a failure goes before.
  ///
  /// @param what such as `row locks`
  public void denied(List<String> what, List<String> grants) {
    message.denied(what, grants);
  }

  /// Tells that what is seen was recorded, or is a moment of the past, where it is.
  ///
  /// @return whether it is, so that there is nothing to act on
  public boolean refused() {
    if (kit.recorded().isPresent()) {
      say(Severity.NOTICE, Kit.RECORDED);
      return true;
    }
    if (sought()) {
      say(
          Severity.NOTICE,
          "This is a moment of the past: nothing can be done to a server from it. Space goes back to"
              + " live.");
    }
    return sought();
  }

  /// Whether a moment of the past is shown.
  public boolean sought() {
    return rewind.filter(Rewind::past).isPresent();
  }

  /// A line of the view itself; empty words clear it.
  public void say(Severity severity, String words) {
    message.say(severity, words);
  }

  private void tick() {
    boolean still = kit.recorded().isPresent() || rewind.filter(Rewind::isFrozen).isPresent();
    boolean old = !still && newest.filter(this::isStale).isPresent();
    greyed.forEach(node -> States.set(node, States.STALE, old));
    time.ifPresent(TimeBar::tell);
    if (rewind.filter(Rewind::isFrozen).isPresent()) {
      age.setVisible(oldest.isPresent());
      age.setText("of " + oldest.map(CLOCK::format).orElse(""));
      age.setTooltip(null);
      Colours.put(age, "blue");
      return;
    }
    if (oldest.isEmpty()) {
      age.setVisible(false);
      return;
    }
    if (kit.recorded().isPresent()) {
      age.setVisible(true);
      age.setText("recorded " + CLOCK.format(oldest.get()));
      Colours.put(age, "blue");
      return;
    }
    Duration since = Duration.between(oldest.get(), Instant.now());
    String words =
        since.toSeconds() >= 60
            ? since.toMinutes() + " min"
            : String.format(Locale.ROOT, "%.1f s", Math.max(0, since.toMillis()) / 1e3);
    age.setVisible(true);
    age.setText((source + " " + words + " ago").strip() + pace);
    Colours.put(age, isStale(oldest.get()) ? "orange" : "green");
  }

  private boolean isStale(Instant at) {
    return Duration.between(at, Instant.now()).compareTo(stale) > 0;
  }
}
