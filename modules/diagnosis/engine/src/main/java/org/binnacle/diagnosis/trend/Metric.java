package org.binnacle.diagnosis.trend;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.pulse.Beat;

/// A figure whose course is kept. The order is that of the stored blocks: new ones come last, and
/// none is ever taken out.
public enum Metric {
  ACTIVE("active", "Active sessions", "", seen -> seen.active()),
  QPS("qps", "Statements", "/s", seen -> seen.rates().qps()),
  TPS("tps", "Commits and rollbacks", "/s", seen -> seen.rates().tps()),
  CONNECTED("connected", "Connections", "", seen -> known(seen.load().connected())),
  RUNNING("running", "Threads running", "", seen -> known(seen.load().running())),
  LAG("lag", "Replication lag", " s", seen -> known(seen.lagS())),
  WAITS("waits", "Row lock waits", "", seen -> known(seen.lockWaits())),
  HISTORY("history", "History list", "", seen -> known(seen.history())),
  DISK_TABLES("disk-tables", "Temporary tables on disk", "/s", seen -> seen.rates().tmpDiskPerS()),
  SENT("sent", "Bytes sent", " B/s", seen -> seen.rates().sentPerS()),
  TOOK("took", "Time of a look", " ms", seen -> seen.took().toNanos() / 1e6);

  private final String key;
  private final String title;
  private final String unit;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final ToDoubleFunction<Vitals> value;

  Metric(String key, String title, String unit, ToDoubleFunction<Vitals> value) {
    this.key = key;
    this.title = title;
    this.unit = unit;
    this.value = value;
  }

  public String key() {
    return key;
  }

  public String title() {
    return title;
  }

  /// Behind a number, such as `/s`; may be empty.
  public String unit() {
    return unit;
  }

  /// NaN where it is not known now.
  double of(Beat beat) {
    Optional<Vitals> fresh = beat.fresh();
    return fresh.isPresent() ? value.applyAsDouble(fresh.get()) : Double.NaN;
  }

  private static double known(long value) {
    return value < 0 ? Double.NaN : value;
  }

  private static double known(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : Double.NaN;
  }
}
