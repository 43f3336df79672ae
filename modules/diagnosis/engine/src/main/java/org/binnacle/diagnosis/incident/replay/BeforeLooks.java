package org.binnacle.diagnosis.incident.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.kill.Snapshots;
import org.binnacle.diagnosis.past.BeforePart;
import org.binnacle.diagnosis.past.LastLooks;
import org.binnacle.diagnosis.past.Past;
import org.binnacle.diagnosis.session.Load;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.kernel.InstanceRef;

/// The looks at sessions before a capture, made again of its part "before".
final class BeforeLooks implements Past<Merged> {
  private final Map<InstanceRef, List<Stretch>> stretches = new HashMap<>();
  private final List<InstanceRef> instances;
  private final List<Instant> times;

  private record Stretch(Instant from, Instant to, ProcessRow row) {}

  private BeforeLooks(Map<InstanceRef, List<Stretch>> all, List<InstanceRef> wanted) {
    instances = wanted.stream().filter(all::containsKey).toList();
    var moments = new TreeSet<Instant>();
    for (InstanceRef instance : instances) {
      List<Stretch> own = all.getOrDefault(instance, List.of());
      own.forEach(
          stretch -> {
            moments.add(stretch.from());
            moments.add(stretch.to());
          });
      stretches.put(instance, own);
    }
    times = List.copyOf(moments);
  }

  /// @param as how its instances stand in the views, in their order
  static Function<List<InstanceRef>, LastLooks> of(Incident incident, List<InstanceRef> as) {
    Map<InstanceRef, List<Stretch>> all = new HashMap<>();
    for (int i = 0; i < as.size(); i++) {
      all.put(as.get(i), stretches(incident.recorded().get(i), as.get(i)));
    }
    return wanted ->
        new LastLooks(
            wanted,
            new BeforeLooks(all, wanted),
            Past.none(),
            Past.none(),
            Past.none(),
            Past.none());
  }

  private static List<Stretch> stretches(Recorded one, InstanceRef instance) {
    return one.grid(BeforePart.STEP, "sessions").lines().stream()
        .flatMap(line -> stretch(line, instance).stream())
        .toList();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<Stretch> stretch(Grid.Line line, InstanceRef instance) {
    Optional<Instant> to = instant(line.text("to"));
    return instant(line.text("from"))
        .filter(from -> to.isPresent())
        .map(from -> new Stretch(from, to.get(), Snapshots.row(line::text, instance)));
  }

  @Override
  public List<Instant> times() {
    return times;
  }

  @Override
  public long bytes() {
    return stretches.values().stream().mapToLong(List::size).sum() * 400;
  }

  @Override
  public Optional<Then<Merged>> at(Instant wanted) {
    if (times.isEmpty()) {
      return Optional.empty();
    }
    int place = 0;
    while (place + 1 < times.size() && !times.get(place + 1).isAfter(wanted)) {
      place++;
    }
    Instant time = times.get(place);
    return Optional.of(
        new Then<>(time, Merged.of(instances.stream().map(one -> look(one, time)).toList())));
  }

  private Look look(InstanceRef instance, Instant time) {
    List<ProcessRow> rows =
        stretches.getOrDefault(instance, List.of()).stream()
            .filter(one -> !one.from().isAfter(time) && !one.to().isBefore(time))
            .map(one -> one.row().later(Duration.between(one.from(), time)))
            .sorted((one, other) -> Long.compare(other.timeUs(), one.timeUs()))
            .toList();
    var snapshot =
        new ProcessSnapshot(
            instance,
            time,
            Duration.ZERO,
            rows,
            Load.UNKNOWN,
            false,
            false,
            ProcessSnapshot.RECORDED,
            List.of());
    return new Look(
        instance,
        Optional.of(snapshot),
        Optional.empty(),
        0,
        Optional.empty(),
        Duration.ofSeconds(1),
        1);
  }
}
