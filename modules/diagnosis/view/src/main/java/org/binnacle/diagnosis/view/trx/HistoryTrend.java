package org.binnacle.diagnosis.view.trx;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.binnacle.diagnosis.trend.Metric;
import org.binnacle.diagnosis.trend.Series;
import org.binnacle.diagnosis.trx.TrxScene;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.fxkit.chart.Sparkline;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;

/// How the history list went: the last hour by the minute as the board has kept it, then look by
/// look while this is open.
final class HistoryTrend extends HBox implements AutoCloseable {
  private static final int LOOKS = 720;

  private final Scope scope;
  private final Sparkline line = new Sparkline();
  private final Label words = new Label();
  private final Questions past = new Questions("course of the history list");
  private final Deque<Double> looks = new ArrayDeque<>();
  private double[] before = {};

  HistoryTrend(Scope scope) {
    this.scope = scope;
    getStyleClass().add("figure-box");
    setAlignment(Pos.CENTER);
    setSpacing(6);
    setId("history-trend");
    words.getStyleClass().add("muted");
    words.setMinWidth(Region.USE_PREF_SIZE);
    line.setPrefSize(140, 24);
    line.setMinSize(100, 24);
    line.least(100);
    getChildren().addAll(line, words);
    Tooltip.install(
        this,
        new Tooltip("Undo logs that wait to be purged: the last hour, then while this is open"));
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void shown() {
    if (scope.merged() || scope.kit().recorded().isPresent()) {
      return;
    }
    InstanceRef instance = scope.instances().getFirst();
    Instant now = Instant.now();
    past.ask(
        () ->
            scope
                .kit()
                .diagnosis()
                .trends()
                .minutes(
                    instance.id(), List.of(Metric.HISTORY), now.minus(Duration.ofHours(1)), now)
                .getFirst(),
        outcome -> {
          if (outcome instanceof Outcome.Ok<Series>(Series series) && series.known()) {
            before = series.mean().clone();
            draw();
          }
        });
  }

  void add(TrxScene scene) {
    if (scope.merged() || scope.kit().recorded().isPresent() || scene.historyLength() < 0) {
      return;
    }
    looks.addLast((double) scene.historyLength());
    while (looks.size() > LOOKS) {
      looks.removeFirst();
    }
    setVisible(true);
    draw();
  }

  private void draw() {
    // A look each five seconds: twelve make a minute.
    var values = new ArrayList<Double>();
    Arrays.stream(before).forEach(values::add);
    int at = 0;
    for (double value : looks) {
      if (at++ % 12 == 0 || at == looks.size()) {
        values.add(value);
      }
    }
    if (looks.isEmpty()) {
      return;
    }
    double first = values.stream().filter(one -> !one.isNaN()).findFirst().orElse(looks.getLast());
    double change = looks.getLast() - first;
    words.setText("history list " + course(Math.round(change)));
    line.values(
        values.stream().mapToDouble(Double::doubleValue).toArray(),
        "history list, %,.0f now".formatted(looks.getLast()));
  }

  /// `steady`, `up 1,200 since it is watched`, `down 22 since it is watched`.
  static String course(long change) {
    if (change == 0) {
      return "steady";
    }
    return "%s %,d since it is watched".formatted(change > 0 ? "up" : "down", Math.abs(change));
  }

  void hidden() {
    past.drop();
  }

  @Override
  public void close() {
    past.close();
  }
}
