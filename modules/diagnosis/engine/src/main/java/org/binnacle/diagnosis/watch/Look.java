package org.binnacle.diagnosis.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;

/// What is known of one instance after a round: the newest snapshot, and the fault where the last
/// round failed. An old snapshot stays with the fault, so that the scene before a crash is not
/// lost.
///
/// @param snapshot the newest that there is; empty until the first answer
/// @param fault why the last round failed; empty where it did not
/// @param failures rounds that failed since the last answer
/// @param retryAt when the instance, left alone after failures, is asked again
/// @param interval time between rounds
/// @param rounds rounds so far
public record Look(
    InstanceRef instance,
    Optional<ProcessSnapshot> snapshot,
    Optional<Fault> fault,
    int failures,
    Optional<Instant> retryAt,
    Duration interval,
    long rounds) {

  public static Look none(InstanceRef instance, Duration interval) {
    return new Look(instance, Optional.empty(), Optional.empty(), 0, Optional.empty(), interval, 0);
  }

  /// The same with other rows.
  public Look with(List<ProcessRow> rows) {
    return new Look(
        instance,
        snapshot.map(
            seen ->
                new ProcessSnapshot(
                    seen.instance(),
                    seen.at(),
                    seen.took(),
                    rows,
                    seen.load(),
                    seen.idleRead(),
                    seen.truncated(),
                    seen.source(),
                    seen.denied())),
        fault,
        failures,
        retryAt,
        interval,
        rounds);
  }

  /// Whether the rows are older than three rounds, and at least three seconds.
  public boolean stale(Instant now) {
    return snapshot
        .map(
            seen -> {
              Duration age = Duration.between(seen.at(), now);
              return age.compareTo(interval.multipliedBy(3).plusSeconds(1)) > 0
                  && age.toSeconds() >= 3;
            })
        .orElse(false);
  }
}
