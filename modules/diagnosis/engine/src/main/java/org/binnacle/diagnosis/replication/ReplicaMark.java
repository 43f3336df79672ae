package org.binnacle.diagnosis.replication;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.binnacle.diagnosis.health.Silences;
import org.binnacle.diagnosis.health.Until;

/// That somebody knows of the state of a member already: it is in maintenance, or its trouble is
/// acknowledged. It is shown beside the state and never instead of it.
public sealed interface ReplicaMark {
  Instant until();

  /// All terms of the instance are acknowledged.
  record Maintenance(Instant until) implements ReplicaMark {}

  /// Its replication, or that it can't be reached, is acknowledged.
  record Acknowledged(Instant until) implements ReplicaMark {}

  /// The terms of the board that speak of a member of a replication.
  String REPLICATION = "replication";

  String UNREACHABLE = "unreachable";

  /// Maintenance goes before; empty where nobody has acknowledged anything.
  static Optional<ReplicaMark> of(Silences silences, String instanceId) {
    Optional<Instant> maintenance = silences.maintenance(instanceId);
    if (maintenance.isPresent()) {
      return maintenance.map(Maintenance::new);
    }
    return Stream.of(REPLICATION, UNREACHABLE)
        .flatMap(term -> silences.until(instanceId, term).stream())
        .max(Instant::compareTo)
        .map(Acknowledged::new);
  }

  /// `maintenance`, `acknowledged`.
  default String word() {
    return switch (this) {
      case Maintenance maintenance -> "maintenance";
      case Acknowledged acknowledged -> "acknowledged";
    };
  }

  /// `maintenance until 14:08`, `acknowledged until 14:08`.
  default String words(Instant now, ZoneId zone) {
    return Until.words(word(), until(), now, zone);
  }
}
