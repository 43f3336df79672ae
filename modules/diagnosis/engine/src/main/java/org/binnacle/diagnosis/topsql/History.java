package org.binnacle.diagnosis.topsql;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.kernel.InstanceRef;

/// Windows of the past, put together from hour blocks.
final class History {
  private final TopSqlStore store;

  History(TopSqlStore store) {
    this.store = store;
  }

  TopWindow between(InstanceRef instance, Instant from, Instant to) {
    Map<Integer, Counters> sums = new HashMap<>();
    long measuredMs = 0;
    long firstMinute = from.getEpochSecond() / 60;
    long lastMinute = (to.getEpochSecond() + 59) / 60;
    for (long hour = firstMinute / 60; hour * 60 < lastMinute; hour++) {
      List<byte[]> packed = store.blocks(instance.id(), (int) hour);
      if (packed.isEmpty()) {
        continue;
      }
      HourBlock block = HourBlock.of(packed);
      for (int minute = 0; minute < HourBlock.MINUTES; minute++) {
        long at = hour * 60 + minute;
        if (at < firstMinute || at >= lastMinute) {
          continue;
        }
        measuredMs += block.measuredMs()[minute];
        for (var row : block.rows().entrySet()) {
          Counters counters = row.getValue().get(minute);
          if (counters != null) {
            sums.merge(row.getKey(), counters, Counters::plus);
          }
        }
      }
    }
    Map<Integer, StatementKey> keys = store.statements(sums.keySet());
    Map<StatementKey, Counters> rows = new HashMap<>();
    sums.forEach(
        (number, counters) -> {
          StatementKey key = keys.get(number);
          if (key != null) {
            rows.put(key, counters);
          }
        });
    Map<StatementKey, StatementText> texts = store.texts(rows.keySet());
    long wholeMs = (lastMinute - firstMinute) * 60_000;
    List<String> gaps =
        measuredMs >= wholeMs * 9 / 10
            ? List.of()
            : List.of(
                "%d of %d minutes were recorded".formatted(measuredMs / 60_000, wholeMs / 60_000));
    return TopWindow.of(
        instance,
        new Slice(from, to, Duration.ofMillis(measuredMs), rows, Counters.ZERO, 0),
        key -> new TopWindow.Seen(texts.getOrDefault(key, StatementText.UNKNOWN), null, false),
        gaps);
  }
}
