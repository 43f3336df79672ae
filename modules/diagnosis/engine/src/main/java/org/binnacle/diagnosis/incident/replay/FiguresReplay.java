package org.binnacle.diagnosis.incident.replay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.innodb.Figure;
import org.binnacle.kernel.Severity;

/// InnoDB's figures as a look of the view has made them; a capture has counters instead.
public final class FiguresReplay {
  public static final String STEP = "innodb-figures";
  public static final String FIGURES = "figures";

  /// Of {@link #FIGURES}.
  public static final List<String> COLUMNS =
      List.of("key", "group", "name", "value", "number", "severity", "words");

  private FiguresReplay() {}

  /// Empty where there are none.
  public static List<Figure> of(Recorded one) {
    return one.grid(STEP, FIGURES).lines().stream().map(FiguresReplay::figure).toList();
  }

  private static Figure figure(Grid.Line line) {
    return new Figure(
        line.text("key"),
        line.text("group"),
        line.text("name"),
        line.text("value"),
        line.decimal("number").orElse(Double.NaN),
        severity(line.text("severity")).orElse(Severity.UNKNOWN),
        line.text("words"));
  }

  private static Optional<Severity> severity(String name) {
    return List.of(Severity.values()).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /// The time that its rates are of.
  public static Duration measured(Recorded one) {
    return one.grid(STEP, "window").lines().stream()
        .map(line -> Duration.ofNanos(1_000 * Math.max(0, line.number("measured_us", 0))))
        .findFirst()
        .orElse(Duration.ZERO);
  }
}
