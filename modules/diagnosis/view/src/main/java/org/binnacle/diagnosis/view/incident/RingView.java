package org.binnacle.diagnosis.view.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.RingPart;
import org.binnacle.diagnosis.trend.Metric;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.chart.Line;
import org.binnacle.fxkit.chart.TimeChart;
import org.binnacle.fxkit.theme.Themes;

/// The ten minutes before a capture as the fleet's looks saw them: a chart for each figure that was
/// known, and what clients did in words.
final class RingView implements InstanceView {
  private final ScrollPane scroll = new ScrollPane();

  /// @param shown each has its charts, one after the other
  RingView(List<Recorded> shown) {
    FxThread.check();
    var box = new VBox();
    box.getStyleClass().add("ring-view");
    for (Recorded one : shown) {
      RingPart.figures(one).ifPresent(figures -> box.getChildren().add(of(one, figures)));
    }
    scroll.setContent(box);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("facts-scroll");
    scroll.getStylesheets().addAll(Themes.css("trends"), Themes.css("incident"));
  }

  private static Node of(Recorded one, RingPart.Figures figures) {
    var head =
        new Label(
            "%s until %s"
                .formatted(
                    one.instance().name(),
                    IncidentPanel.AT.format(
                        figures.from().plus(figures.step().multipliedBy(figures.length() - 1L)))));
    head.getStyleClass().add("heading");
    var box = new VBox(head, charts(figures));
    List<String> scenes = RingPart.words(one);
    if (!scenes.isEmpty()) {
      var title = new Label("What clients did, at most each ten seconds");
      title.getStyleClass().add("preview-head");
      var lines = SummaryView.wrapped(String.join("\n", scenes), "ring-scenes");
      box.getChildren().addAll(title, lines);
    }
    box.getStyleClass().add("ring-instance");
    return box;
  }

  private static GridPane charts(RingPart.Figures figures) {
    var grid = new GridPane();
    grid.getStyleClass().add("trends-grid");
    for (int i = 0; i < 2; i++) {
      var half = new ColumnConstraints();
      half.setPercentWidth(50);
      half.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(half);
    }
    int place = 0;
    for (Metric metric : Metric.values()) {
      double[] values = figures.of(metric);
      if (values.length == 0) {
        continue;
      }
      grid.add(chart(metric, values, figures.from(), figures.step()), place % 2, place / 2);
      place++;
    }
    return grid;
  }

  private static Node chart(Metric metric, double[] values, Instant from, Duration step) {
    var title = new Label(metric.title());
    title.getStyleClass().add("preview-head");
    var chart = new TimeChart();
    chart.setPrefHeight(116);
    chart.show(
        from,
        step,
        List.of(new Line("then", values, false)),
        value -> words(value) + metric.unit());
    return new VBox(title, chart);
  }

  private static String words(double value) {
    return value < 10 && value != Math.rint(value)
        ? String.format(Locale.ROOT, "%.1f", value)
        : String.format(Locale.ROOT, "%,.0f", value);
  }

  @Override
  public Node node() {
    return scroll;
  }

  @Override
  public void shown() {}

  @Override
  public void hidden() {}

  @Override
  public String help() {
    return "incidents";
  }

  @Override
  public void close() {}
}
