package org.binnacle.diagnosis.health;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Every threshold of the health score in one place.
///
/// @param fill share of max_connections
/// @param pileUp active sessions, in multiples of what is usual here
/// @param pileUpLeast active sessions below which nothing is a pile-up
/// @param usualUnknown active sessions taken for usual until enough was seen
/// @param lockWaits transactions that wait for a row lock
/// @param oldestLockWaitS age of the oldest such wait
/// @param metadataWaits sessions that wait for a metadata lock
/// @param selectS age of the oldest running SELECT
/// @param writeS age of the oldest other statement
/// @param exempt users (with `*`) whose statements may run long
/// @param idleTrxS age of the oldest transaction whose session sleeps
/// @param lagS behind the source
/// @param history length of the history list
/// @param stall share of the usual queries per second below which, with more active sessions than
///   usual, the server stands still
/// @param slowMs by how much a look may be slower than is usual here
/// @param abortedPerS failed connects a second
/// @param tmpDiskPerS temporary tables on disk a second
/// @param settle how long a small thing must last before it counts
/// @param badge how long an event is shown after it happened
public record Thresholds(
    Limit fill,
    Limit pileUp,
    Limit pileUpLeast,
    double usualUnknown,
    Limit lockWaits,
    double oldestLockWaitS,
    Limit metadataWaits,
    Limit selectS,
    Limit writeS,
    List<String> exempt,
    Limit idleTrxS,
    Limit lagS,
    Limit history,
    double stall,
    double slowMs,
    double abortedPerS,
    double tmpDiskPerS,
    Duration settle,
    Duration badge) {

  public Thresholds {
    exempt = List.copyOf(exempt);
  }

  public static Thresholds standard() {
    return new Thresholds(
        new Limit(0.85, 0.97),
        new Limit(3, 6),
        new Limit(10, 40),
        8,
        new Limit(1, 10),
        30,
        new Limit(1, 5),
        new Limit(60, 600),
        new Limit(30, 300),
        List.of(),
        new Limit(60, 300),
        new Limit(30, 300),
        new Limit(500_000, 3_000_000),
        0.4,
        200,
        5,
        50,
        Duration.ofSeconds(5),
        Duration.ofMinutes(5));
  }

  /// With users whose statements may run long, such as those of reports.
  public Thresholds exempting(List<String> users) {
    return with(users, Map.of());
  }

  /// With other values for some.
  public Thresholds with(Map<ThresholdName, Limit> other) {
    return with(exempt, other);
  }

  private Thresholds with(List<String> users, Map<ThresholdName, Limit> other) {
    return new Thresholds(
        other.getOrDefault(ThresholdName.CONNECTIONS, fill),
        other.getOrDefault(ThresholdName.PILE_UP, pileUp),
        pileUpLeast,
        usualUnknown,
        other.getOrDefault(ThresholdName.LOCK_WAITS, lockWaits),
        oldestLockWaitS,
        other.getOrDefault(ThresholdName.METADATA_LOCKS, metadataWaits),
        other.getOrDefault(ThresholdName.SELECT, selectS),
        other.getOrDefault(ThresholdName.WRITE, writeS),
        users,
        other.getOrDefault(ThresholdName.IDLE_TRANSACTION, idleTrxS),
        other.getOrDefault(ThresholdName.LAG, lagS),
        other.getOrDefault(ThresholdName.HISTORY, history),
        stall,
        slowMs,
        one(other, ThresholdName.ABORTED_CONNECTS, abortedPerS),
        one(other, ThresholdName.DISK_TABLES, tmpDiskPerS),
        settle,
        badge);
  }

  private static double one(Map<ThresholdName, Limit> other, ThresholdName name, double usual) {
    Limit limit = other.get(name);
    return limit == null ? usual : limit.warning();
  }
}
