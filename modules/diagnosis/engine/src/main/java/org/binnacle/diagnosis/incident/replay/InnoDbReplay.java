package org.binnacle.diagnosis.incident.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.rule.Evidence;
import org.binnacle.diagnosis.innodb.Figure;
import org.binnacle.diagnosis.innodb.InnoDbCourse;
import org.binnacle.diagnosis.innodb.InnoDbLook;
import org.binnacle.diagnosis.innodb.InnoDbScene;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.InstanceRef;

/// InnoDB's figures from the two looks at the status that a capture takes: rates are those between
/// them. There is no course, since two looks make none.
final class InnoDbReplay {
  private InnoDbReplay() {}

  static InnoDbScene of(Recorded one, InstanceRef instance, Instant at) {
    List<Figure> figures = FiguresReplay.of(one);
    return figures.isEmpty()
        ? captured(one, instance, at)
        : new InnoDbScene(
            instance,
            at,
            Duration.ZERO,
            FiguresReplay.measured(one),
            figures,
            Map.of(),
            List.of(),
            List.of());
  }

  private static InnoDbScene captured(Recorded one, InstanceRef instance, Instant at) {
    var course = new InnoDbCourse();
    long measuredNs = StatusReplay.measured(one).toNanos();
    InnoDbScene scene = course.enter(look(one, instance, at, "first", 0));
    if (measuredNs > 0) {
      scene = course.enter(look(one, instance, at, "last", measuredNs));
    }
    var notes = new ArrayList<String>();
    if (one.grid("status", "status").isEmpty()) {
      notes.add("The global status was not recorded.");
    } else if (measuredNs > 0) {
      notes.add("Rates are those of %s in the capture.".formatted(Span.words(measuredNs / 1_000)));
    } else {
      notes.add("The capture ended before the second look, so no rates are known.");
    }
    scene.notes().stream()
        .map(note -> note.replace("This server does not tell: ", "Neither told nor recorded: "))
        .forEach(notes::add);
    return new InnoDbScene(
        instance, at, scene.took(), scene.measured(), scene.figures(), Map.of(), notes, List.of());
  }

  private static InnoDbLook look(
      Recorded one, InstanceRef instance, Instant at, String column, long ns) {
    Map<String, Long> metrics = numbers(one.grid("status", "innodb metrics"), column);
    // Incidents of before have no metrics; the monitor's text has the most important one.
    new Evidence(one)
        .historyLength()
        .ifPresent(length -> metrics.putIfAbsent("trx_rseg_history_len", length));
    Map<String, String> variables = new HashMap<>();
    one.grid("variables", "variables")
        .lines()
        .forEach(line -> variables.put(line.low("name"), line.text("value")));
    return new InnoDbLook(
        instance,
        at,
        ns,
        Duration.ofMillis(one.part("status").map(part -> part.ms()).orElse(0L)),
        numbers(one.grid("status", "status"), column),
        metrics,
        variables,
        List.of(),
        List.of());
  }

  private static Map<String, Long> numbers(Grid grid, String column) {
    Map<String, Long> numbers = new HashMap<>();
    grid.lines()
        .forEach(
            line ->
                line.number(column)
                    .ifPresent(
                        value -> numbers.put(line.text("name").toLowerCase(Locale.ROOT), value)));
    return numbers;
  }
}
