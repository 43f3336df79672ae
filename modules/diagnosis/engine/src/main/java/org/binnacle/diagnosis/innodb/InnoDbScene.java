package org.binnacle.diagnosis.innodb;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;

/// How InnoDB of one instance does at one moment.
///
/// @param measured the time that rates are of; nought at a first look, when they are not known yet
/// @param trends by the figure's key: its numbers at the last looks, oldest first, NaN for a gap
/// @param notes sentences for the user: what this server does not tell
public record InnoDbScene(
    InstanceRef instance,
    Instant at,
    Duration took,
    Duration measured,
    List<Figure> figures,
    Map<String, List<Double>> trends,
    List<String> notes,
    List<Denied> denied) {

  public InnoDbScene {
    figures = List.copyOf(figures);
    trends = Map.copyOf(trends);
    notes = List.copyOf(notes);
    denied = List.copyOf(denied);
  }

  public Optional<Figure> figure(String key) {
    return figures.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /// The worst first.
  public List<Figure> unusual() {
    return figures.stream()
        .filter(one -> one.severity() != Severity.OK)
        .sorted(Comparator.comparing(Figure::severity))
        .toList();
  }

  /// `nothing unusual`, `2 unusual: Checkpoint age 1.2 GiB (91 %), Waiting now 3`.
  public String summary() {
    List<Figure> unusual = unusual();
    if (unusual.isEmpty()) {
      return measured.isZero() ? "measuring" : "nothing unusual";
    }
    String first =
        String.join(
            ", ", unusual.stream().limit(2).map(one -> one.name() + " " + one.value()).toList());
    return "%d unusual: %s".formatted(unusual.size(), first);
  }
}
