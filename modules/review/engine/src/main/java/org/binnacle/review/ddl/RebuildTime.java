package org.binnacle.review.ddl;

import java.time.Duration;
import java.util.Optional;
import org.binnacle.review.schema.Table;

/// How long a change of a table may take: an assumption, told with each estimate.
public final class RebuildTime {
  /// Bytes of a table that a rebuild is taken to write in a second: 20 MB, what a busy server with
  /// ordinary disks does; a quiet one is several times as fast.
  private static final long RATE = 20L * 1_048_576;

  /// An index alone is sorted and written: four times as fast.
  private static final long INDEX_RATE = 4 * RATE;

  private RebuildTime() {}

  /// Nothing where only the data dictionary changes.
  public static Optional<Duration> of(Cost cost, Table.Size size) {
    if (cost.rebuild()) {
      return Optional.of(seconds((size.dataBytes() + size.indexBytes()) / RATE));
    }
    return cost.algorithm() == Cost.Algorithm.INPLACE && cost.scans()
        ? Optional.of(seconds(size.dataBytes() / INDEX_RATE))
        : Optional.empty();
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(Math.max(1, seconds));
  }

  public static String assumption() {
    return "at %d MB/s".formatted(RATE / 1_048_576);
  }
}
