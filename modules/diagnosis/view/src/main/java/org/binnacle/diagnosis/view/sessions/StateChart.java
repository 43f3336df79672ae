package org.binnacle.diagnosis.view.sessions;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
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
  private final Map<StateClass, Node> keys = new EnumMap<>(StateClass.class);
  private Map<StateClass, double[]> values = Map.of();
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
      keys.put(one, key(one, keys.size() + 1));
    }
    legend.getChildren().addAll(keys.values());
    HBox.setHgrow(this, Priority.SOMETIMES);
    setMaxWidth(460);
    getChildren().addAll(area, legend);
  }

  /// @param layer from the lowest, which is 1
  private static Node key(StateClass of, int layer) {
    var square = new Region();
    square.getStyleClass().addAll("state-square", "state-square-" + layer);
    var label = new Label(of.words(), square);
    label.getStyleClass().add("muted");
    label.setMinWidth(0);
    return label;
  }

  /// @param course one course for each {@link StateClass}
  /// @param epochSecond of the last values
  void show(Map<StateClass, double[]> course, long epochSecond) {
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
        course.values().toArray(double[][]::new),
        "active sessions by state, %.0f at most; now %s"
            .formatted(most, moment(Trend.SECONDS - 1)));
    keys.forEach(
        (one, key) -> {
          double[] values = course.getOrDefault(one, new double[0]);
          boolean there = Arrays.stream(values).anyMatch(value -> value > 0);
          key.setVisible(there);
          key.setManaged(there);
        });
  }

  private double sum(int index) {
    return values.values().stream().mapToDouble(course -> course[index]).sum();
  }

  private String moment(int index) {
    if (values.isEmpty() || index < 0) {
      return "";
    }
    String at = TIME.format(Instant.ofEpochSecond(asOf - Trend.SECONDS + 1 + index));
    if (Double.isNaN(sum(index))) {
      return at + "  no data";
    }
    String parts =
        values.entrySet().stream()
            .filter(one -> one.getValue()[index] > 0)
            .map(one -> "%.0f %s".formatted(one.getValue()[index], one.getKey().words()))
            .collect(Collectors.joining(", "));
    return at + "  " + (parts.isEmpty() ? "no active session" : parts);
  }
}
