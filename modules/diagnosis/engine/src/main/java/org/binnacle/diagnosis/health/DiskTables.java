package org.binnacle.diagnosis.health;

import org.binnacle.kernel.Severity;

/// Temporary tables that go to disk.
final class DiskTables implements Term {
  @Override
  public String id() {
    return "disk-tables";
  }

  @Override
  public Points points() {
    return new Points(5, 20, 20);
  }

  @Override
  public Reading read(Checkup now) {
    return now.fresh()
        .map(vitals -> vitals.rates().tmpDiskPerS())
        .filter(rate -> rate > now.limits().tmpDiskPerS())
        .map(
            rate ->
                Reading.of(Severity.NOTICE, () -> "%.0f temporary tables on disk/s".formatted(rate))
                    .after(now.limits().settle()))
        .orElse(Reading.FINE);
  }
}
