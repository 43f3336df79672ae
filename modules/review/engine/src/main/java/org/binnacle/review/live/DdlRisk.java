package org.binnacle.review.live;

import java.time.Duration;
import java.util.Optional;
import org.binnacle.review.ddl.Cost;
import org.binnacle.review.schema.Table;

/// What an ALTER TABLE will do to a table that is in use.
///
/// @param size of the table, where it is known
/// @param time by {@link #RATE}; empty where nothing is written anew or the size is not known
public record DdlRisk(String table, Cost cost, Optional<Table.Size> size, Optional<Duration> time) {
  /// Bytes of a table that a rebuild is taken to write in a second: 20 MB, what a busy server with
  /// ordinary disks does; a quiet one is several times as fast.
  public static final long RATE = 20L * 1_048_576;

  /// An index alone is sorted and written: four times as fast.
  private static final long INDEX_RATE = 4 * RATE;

  public static DdlRisk of(String table, Cost cost, Optional<Table.Size> size) {
    return new DdlRisk(table, cost, size, size.flatMap(s -> time(cost, s)));
  }

  private static Optional<Duration> time(Cost cost, Table.Size size) {
    long bytes = size.dataBytes() + size.indexBytes();
    if (cost.rebuild()) {
      return Optional.of(Duration.ofSeconds(Math.max(1, bytes / RATE)));
    }
    return cost.algorithm() == Cost.Algorithm.INPLACE && cost.scans()
        ? Optional.of(Duration.ofSeconds(Math.max(1, size.dataBytes() / INDEX_RATE)))
        : Optional.empty();
  }

  public static String assumption() {
    return "at %d MB/s".formatted(RATE / 1_048_576);
  }

  /// `INPLACE with a rebuild, LOCK=NONE; about 40,000,000 rows, 8 GB; about 7 min at 20 MB/s`
  public String words() {
    return cost.shown()
        + size.map(
                s ->
                    "; about %,d rows, %s"
                        .formatted(s.rows(), Sizes.shown(s.dataBytes() + s.indexBytes())))
            .orElse("")
        + time.map(t -> "; about %s %s".formatted(Sizes.shown(t), assumption())).orElse("");
  }
}
