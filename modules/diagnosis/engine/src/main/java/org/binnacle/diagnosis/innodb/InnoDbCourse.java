package org.binnacle.diagnosis.innodb;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The looks at one instance after each other: what makes rates and trends of them. Not safe for
/// several threads.
public final class InnoDbCourse {
  /// Looks that a trend shows.
  public static final int LOOKS = 60;

  private final Map<String, Deque<Double>> trends = new HashMap<>();
  private Optional<InnoDbLook> last = Optional.empty();
  private int looks;

  public InnoDbScene enter(InnoDbLook now) {
    var between = new Between(last, now);
    last = Optional.of(now);
    var telling = new Telling();
    Sections.shipped().forEach(section -> section.tell(between, telling));
    List<Figure> figures = telling.figures();
    note(figures);
    var notes = new ArrayList<String>();
    List<String> lacking = telling.lacking();
    if (!lacking.isEmpty()) {
      notes.add("This server does not tell: " + String.join(", ", lacking) + ".");
    }
    Map<String, List<Double>> copy = new HashMap<>();
    trends.forEach((key, values) -> copy.put(key, List.copyOf(values)));
    return new InnoDbScene(
        now.instance(),
        now.at(),
        now.took(),
        Duration.ofNanos(Math.round(between.seconds() * 1e9)),
        figures,
        copy,
        notes,
        now.denied());
  }

  private void note(List<Figure> figures) {
    looks++;
    for (Figure figure : figures) {
      Deque<Double> values = trends.computeIfAbsent(figure.key(), key -> new ArrayDeque<>());
      // A figure that comes and goes keeps its place in time.
      while (values.size() < Math.min(looks, LOOKS) - 1) {
        values.addLast(Double.NaN);
      }
      values.addLast(figure.number());
      while (values.size() > LOOKS) {
        values.removeFirst();
      }
    }
  }
}
