package org.binnacle.diagnosis.topsql;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The last hour of one instance in memory: slices as they came for two minutes, then put together
/// by the minute. Not safe for several threads.
final class Recent {
  private static final Duration KEPT = Duration.ofMinutes(61);
  private static final Duration FINE = Duration.ofMinutes(2);

  private final Deque<Slice> slices = new ArrayDeque<>();
  private final Deque<Ledger.Entry.Gap> gaps = new ArrayDeque<>();

  void add(Slice slice) {
    slices.addLast(slice);
    coarsen(slice.to().minus(FINE));
    Instant oldest = slice.to().minus(KEPT);
    while (slices.getFirst().to().isBefore(oldest)) {
      slices.removeFirst();
    }
    gaps.removeIf(gap -> gap.to().isBefore(oldest));
  }

  void gap(Ledger.Entry.Gap gap) {
    gaps.addLast(gap);
  }

  /// Puts together what is of one minute and older than a moment.
  private void coarsen(Instant older) {
    var fresh = new ArrayList<Slice>();
    for (Slice slice : slices) {
      Slice last = fresh.isEmpty() ? null : fresh.getLast();
      if (last != null && slice.to().isBefore(older) && minute(last.to()) == minute(slice.to())) {
        fresh.set(fresh.size() - 1, last.plus(slice));
      } else {
        fresh.add(slice);
      }
    }
    slices.clear();
    slices.addAll(fresh);
  }

  private static long minute(Instant at) {
    return at.getEpochSecond() / 60;
  }

  /// What was counted in a stretch of time; empty where nothing was.
  Optional<Slice> between(Instant from, Instant to) {
    return slices.stream()
        .filter(slice -> slice.to().isAfter(from) && !slice.to().isAfter(to))
        .reduce(Slice::plus);
  }

  List<String> gaps(Instant from, Instant to) {
    return gaps.stream()
        .filter(gap -> gap.to().isAfter(from) && gap.from().isBefore(to))
        .map(Ledger.Entry.Gap::why)
        .toList();
  }

  /// Load of one statement, slice by slice, the oldest first.
  List<Double> loads(StatementKey key) {
    return slices.stream()
        .map(
            slice -> {
              Counters counters = slice.rows().get(key);
              double seconds = slice.length().toNanos() / 1e9;
              return counters == null || seconds <= 0 ? 0.0 : counters.timeUs() / 1e6 / seconds;
            })
        .toList();
  }
}
