package org.binnacle.diagnosis.topsql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One statement in a {@link TopWindow}.
///
/// @param share of the window's whole load, 0 to 1
/// @param measured the length of the time that the counters cover
/// @param fresh first seen by the server inside the window
/// @param p95Us since the server counts, not in the window: servers keep no other; -1 for unknown
public record TopRow(
    StatementKey key,
    StatementText text,
    Counters counters,
    Duration measured,
    double share,
    boolean fresh,
    Optional<Instant> firstSeen,
    Optional<Instant> lastSeen,
    long maxUs,
    long p95Us,
    long p99Us) {

  /// Sessions that were busy with it on average: the unit of load.
  public double load() {
    return perSecond(counters.timeUs()) / 1e6;
  }

  public double countPerS() {
    return perSecond(counters.count());
  }

  public double errorsPerS() {
    return perSecond(counters.errors());
  }

  private double perSecond(long number) {
    double seconds = measured.toNanos() / 1e9;
    return seconds <= 0 ? 0 : number / seconds;
  }

  public double avgUs() {
    return each(counters.timeUs());
  }

  public double avgLockUs() {
    return each(counters.lockUs());
  }

  public double avgExamined() {
    return each(counters.examined());
  }

  public double avgSent() {
    return each(counters.sent());
  }

  private double each(long number) {
    return counters.count() == 0 ? 0 : (double) number / counters.count();
  }

  /// Rows read for each row sent or changed; what was read for nothing counts as for one.
  public double examinedPerSent() {
    return (double) counters.examined() / Math.max(1, counters.sent() + counters.affected());
  }

  public TopRow with(StatementText known) {
    return new TopRow(
        key, known, counters, measured, share, fresh, firstSeen, lastSeen, maxUs, p95Us, p99Us);
  }
}
