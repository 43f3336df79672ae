package org.binnacle.diagnosis.incident.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.variable.StatusCourse;
import org.binnacle.diagnosis.variable.StatusRow;
import org.binnacle.kernel.InstanceRef;

/// The two looks at the global status that a capture takes.
final class StatusReplay {
  private StatusReplay() {}

  static List<StatusRow> of(Recorded one, InstanceRef instance) {
    var course = new StatusCourse();
    List<StatusRow> rows = course.enter(instance.id(), texts(one, "first"), 0);
    Duration measured = measured(one);
    return measured.isZero()
        ? rows
        : course.enter(instance.id(), texts(one, "last"), measured.toNanos());
  }

  private static Map<String, String> texts(Recorded one, String column) {
    var texts = new TreeMap<String, String>();
    one.grid("status", "status")
        .lines()
        .forEach(line -> texts.put(line.low("name"), line.text(column)));
    return texts;
  }

  /// The time between the looks; nought where there was only one. Incidents of before do not tell
  /// it; there the counter that moved most does.
  static Duration measured(Recorded one) {
    long told =
        one.grid("status", "window").lines().stream()
            .mapToLong(line -> line.number("measured_us", 0))
            .findFirst()
            .orElse(0);
    if (told > 0) {
      return Duration.ofNanos(told * 1_000);
    }
    double seconds = 0;
    long most = 0;
    for (Grid.Line line : one.grid("status", "status").lines()) {
      long delta = line.number("delta", 0);
      double perS = line.decimal("per_s").orElse(0);
      if (delta > most && perS > 0) {
        most = delta;
        seconds = delta / perS;
      }
    }
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
