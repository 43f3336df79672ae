package org.binnacle.diagnosis.view.sessions;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.session.StateClass;
import org.binnacle.diagnosis.watch.Trend;
import org.binnacle.fxkit.chart.StackedArea;

/// The active sessions of the last ten minutes by what they spend their time with, and what the
/// colours mean.
final class StateChart extends VBox {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final StackedArea area = new StackedArea();
  private final Label peak = new Label();
  private final Node[] keys = new Node[StateClass.values().length];
  private double[][] values = {};
  private long asOf;

  StateChart() {
    getStyleClass().add("state-chart");
    area.setMinSize(180, 34);
    area.setPrefSize(320, 34);
    area.least(4);
    area.tells(this::moment);
    peak.getStyleClass().add("muted");
    peak.setMinWidth(Region.USE_PREF_SIZE);
    var legend = new HBox(peak);
    legend.getStyleClass().add("state-legend");
    legend.setAlignment(Pos.CENTER_LEFT);
    for (StateClass one : StateClass.values()) {
      Node key = key(one);
      keys[one.ordinal()] = key;
      legend.getChildren().add(key);
    }
    HBox.setHgrow(this, Priority.SOMETIMES);
    setMaxWidth(460);
    getChildren().addAll(area, legend);
  }

  private static Node key(StateClass of) {
    var square = new Region();
    square.getStyleClass().addAll("state-square", "state-square-" + (of.ordinal() + 1));
    var label = new Label(of.words(), square);
    label.getStyleClass().add("muted");
    label.setMinWidth(0);
    return label;
  }

  /// @param course one course for each {@link StateClass}
  /// @param epochSecond of the last values
  void show(double[][] course, long epochSecond) {
    values = course;
    asOf = epochSecond;
    double most =
        IntStream.range(0, Trend.SECONDS)
            .mapToDouble(this::sum)
            .filter(sum -> !Double.isNaN(sum))
            .max()
            .orElse(0);
    peak.setText("10 min, peak %.0f".formatted(most));
    area.values(
        course,
        "active sessions by state, %.0f at most; now %s"
            .formatted(most, moment(Trend.SECONDS - 1)));
    for (StateClass one : StateClass.values()) {
      boolean there = Arrays.stream(course[one.ordinal()]).anyMatch(value -> value > 0);
      keys[one.ordinal()].setVisible(there);
      keys[one.ordinal()].setManaged(there);
    }
  }

  private double sum(int index) {
    return Arrays.stream(values).mapToDouble(course -> course[index]).sum();
  }

  private String moment(int index) {
    if (values.length == 0 || index < 0) {
      return "";
    }
    String at = TIME.format(Instant.ofEpochSecond(asOf - Trend.SECONDS + 1 + index));
    if (Double.isNaN(sum(index))) {
      return at + "  no data";
    }
    String parts =
        Arrays.stream(StateClass.values())
            .filter(one -> values[one.ordinal()][index] > 0)
            .map(one -> "%.0f %s".formatted(values[one.ordinal()][index], one.words()))
            .collect(Collectors.joining(", "));
    return at + "  " + (parts.isEmpty() ? "no active session" : parts);
  }
}
