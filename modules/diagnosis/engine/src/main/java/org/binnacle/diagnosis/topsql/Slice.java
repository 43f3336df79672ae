package org.binnacle.diagnosis.topsql;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What statements cost between two looks.
///
/// @param length of the time that was measured, which is shorter than from..to where there are gaps
/// @param others what found no room in the digest table
/// @param lost statements that found no room in it
public record Slice(
    Instant from,
    Instant to,
    Duration length,
    Map<StatementKey, Counters> rows,
    Counters others,
    long lost) {

  public Slice {
    rows = Map.copyOf(rows);
  }

  /// Both together.
  public Slice plus(Slice later) {
    var sum = new HashMap<>(rows);
    later.rows.forEach((key, counters) -> sum.merge(key, counters, Counters::plus));
    return new Slice(
        from.isBefore(later.from) ? from : later.from,
        to.isAfter(later.to) ? to : later.to,
        length.plus(later.length),
        sum,
        others.plus(later.others),
        lost + later.lost);
  }
}
