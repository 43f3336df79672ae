package org.binnacle.diagnosis.view.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.session.Load;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.session.StateClass;
import org.binnacle.diagnosis.view.instance.Paces;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.StillBox;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.fxkit.theme.States;

/// The line above the table: the trend of active sessions, counts, how full the server is, and how
/// old the data are. It goes on while the table is frozen.
final class SessionStrip extends HBox {
  private static final double FULL = 0.85;

  private final StateChart chart = new StateChart();
  private final Figure active = new Figure("active", "sessions whose statement runs or waits");
  private final Figure blocked = new Figure("blocked", "sessions that wait for a lock");
  private final Figure idle = new Figure("idle in trx", "sessions that sleep in a transaction");
  private final Figure sleeping = new Figure("sleeping", "connections that only sleep");
  private final Label states = quiet("");
  private final Figure connections = new Figure("connections", "of max_connections");
  private final Label age = Icons.pill("no data yet", "grey");
  private final StillBox ageBox = new StillBox(age);

  SessionStrip() {
    getStyleClass().add("session-strip");
    setAlignment(Pos.CENTER_LEFT);
    var figures = new HBox(active, blocked, idle, sleeping, connections);
    figures.getStyleClass().add("figures");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    states.setMinWidth(0);
    var middle = new VBox(figures, states);
    getChildren().addAll(chart, middle, gap, ageBox);
    age.fontProperty().addListener((seen, was, is) -> ageBox.fit());
  }

  private static Label quiet(String text) {
    var label = new Label(text);
    label.getStyleClass().add("muted");
    return label;
  }

  /// A number with its word.
  private static final class Figure extends HBox {
    private final Label number = new Label("–");

    Figure(String word, String tells) {
      number.getStyleClass().add("figure");
      Label told = quiet(word);
      told.setMinWidth(Region.USE_PREF_SIZE);
      getChildren().addAll(number, told);
      setAlignment(Pos.BASELINE_LEFT);
      getStyleClass().add("figure-box");
      Tooltip.install(this, new Tooltip(tells));
      number.setMinWidth(Region.USE_PREF_SIZE);
    }

    void set(String text, boolean alarming) {
      number.setText(text);
      States.set(this, States.WARNING, alarming);
    }
  }

  /// @param course see {@link SessionsModel#course}
  /// @param epochSecond of its last values
  void show(Sight sight, Map<StateClass, double[]> course, long epochSecond) {
    active.set("%,d".formatted(sight.active()), false);
    blocked.set("%,d".formatted(sight.blocked()), sight.blocked() > 0);
    idle.set("%,d".formatted(sight.idleInTrx()), sight.idleInTrx() > 0);
    sleeping.set("%,d".formatted(sight.sleeping()), false);
    Load load = sight.merged().load();
    connections.set(
        load.connected() < 0 ? "–" : "%,d / %,d".formatted(load.connected(), load.max()),
        load.fill() >= FULL);
    states.setText(
        sight.states().stream()
            .limit(4)
            .map(one -> one.count() + " " + one.state())
            .collect(Collectors.joining("  ·  ")));
    chart.show(course, epochSecond);
  }

  /// How old the data are now; called a few times a second.
  ///
  /// @param wanted the time between looks that was chosen
  void age(List<Look> looks, Instant now, Duration wanted) {
    var seen = looks.stream().filter(look -> look.snapshot().isPresent()).toList();
    if (seen.isEmpty()) {
      put("no data yet", "grey", "");
      return;
    }
    if (seen.stream().allMatch(look -> look.snapshot().orElseThrow().recorded())) {
      put("recorded", "blue", tells(looks));
      // It is said once, before the label has its font.
      ageBox.fit();
      return;
    }
    boolean stale = looks.stream().anyMatch(look -> look.stale(now));
    long failing = looks.stream().filter(look -> look.fault().isPresent()).count();
    ProcessSnapshot oldest =
        seen.stream()
            .map(look -> look.snapshot().orElseThrow())
            .min((a, b) -> a.at().compareTo(b.at()))
            .orElseThrow();
    String words =
        looks.size() == 1
            ? oldest.source() + " " + ago(oldest.at(), now)
            : "%d of %d answer, oldest %s"
                .formatted(looks.size() - failing, looks.size(), ago(oldest.at(), now));
    Duration slowest =
        looks.stream().map(Look::interval).max(Duration::compareTo).orElse(Duration.ZERO);
    words += slowest.compareTo(wanted) > 0 ? ", " + Paces.each(slowest) : "";
    String colour = failing > 0 ? "red" : stale ? "yellow" : "green";
    String why = slowest.compareTo(wanted) > 0 ? "\n" + Paces.WHY : "";
    put(stale ? "stale: " + words : words, colour, tells(looks) + why);
  }

  private void put(String words, String colour, String tells) {
    if (!words.equals(age.getText())) {
      age.setText(words);
      Colours.put(age, colour);
      ageBox.fit();
    }
    if (tells.isEmpty()) {
      age.setTooltip(null);
    } else if (age.getTooltip() == null) {
      age.setTooltip(new Tooltip(tells));
    } else {
      age.getTooltip().setText(tells);
    }
  }

  private static String tells(List<Look> looks) {
    return looks.stream()
        .map(
            look ->
                look.instance().name()
                    + ": "
                    + look.snapshot()
                        .map(
                            seen ->
                                "%s, took %d ms, %,d rows%s"
                                    .formatted(
                                        seen.source(),
                                        seen.took().toMillis(),
                                        seen.rows().size(),
                                        seen.truncated() ? " (cut)" : ""))
                        .orElse("no data yet"))
        .collect(Collectors.joining("\n"));
  }

  static String ago(Instant then, Instant now) {
    long ms = Math.max(0, Duration.between(then, now).toMillis());
    return ms < 60_000
        ? String.format(Locale.ROOT, "%.1f s ago", ms / 1e3)
        : ms / 60_000 + " min ago";
  }
}
