package org.binnacle.diagnosis.topsql;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What the top is the top of.
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
public enum Order {
  LOAD("load", row -> row.counters().timeUs()),
  COUNT("count", row -> row.counters().count()),
  AVG("avg", TopRow::avgUs),
  EXAMINED("examined", row -> row.counters().examined()),
  RATIO("ratio", TopRow::examinedPerSent),
  ERRORS("errors", row -> row.counters().errors()),
  LOCK("lock", row -> row.counters().lockUs()),
  TMP_DISK("tmp-disk", row -> row.counters().tmpDisk()),
  NO_INDEX("no-index", row -> row.counters().noIndex());

  private final String words;
  private final ToDoubleFunction<TopRow> value;

  Order(String words, ToDoubleFunction<TopRow> value) {
    this.words = words;
    this.value = value;
  }

  /// As users type it.
  public String words() {
    return words;
  }

  /// The most first; the same statements always in the same order.
  public Comparator<TopRow> comparator() {
    return Comparator.comparingDouble(value)
        .reversed()
        .thenComparing(Comparator.comparingLong((TopRow row) -> row.counters().timeUs()).reversed())
        .thenComparing(TopRow::key);
  }

  public static Optional<Order> named(String words) {
    return Arrays.stream(values()).filter(order -> order.words.equals(words)).findFirst();
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(Order::words).toList();
  }
}
