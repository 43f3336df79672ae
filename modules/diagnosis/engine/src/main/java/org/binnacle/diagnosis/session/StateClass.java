package org.binnacle.diagnosis.session;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What an active session spends its time with, from the server's thread states (MySQL manual,
/// "General Thread States"; MariaDB has the same and some of its own). Few enough to be drawn.
public enum StateClass {
  RUNS("runs"),
  SORTS("sorts, copies", "sort", "tmp table", "temporary", "altering", "alter table", "heap"),
  NETWORK("network", "sending to client", "writing to net", "reading from net", "net "),
  COMMITS("commits", "commit", "semi-sync", "query end", "binlog"),
  ROW_LOCK("row or user lock"),
  TABLE_LOCK("metadata lock");

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> parts;

  StateClass(String words, String... parts) {
    this.words = words;
    this.parts = List.of(parts);
  }

  /// Such as `row lock`.
  public String words() {
    return words;
  }

  /// @param row one whose statement runs or waits
  public static StateClass of(ProcessRow row) {
    String low = row.state().toLowerCase(Locale.ROOT);
    if (row.blocked()) {
      return low.startsWith("waiting for ") || low.equals("locked") ? TABLE_LOCK : ROW_LOCK;
    }
    if (low.equals("waiting for table flush")) {
      return TABLE_LOCK;
    }
    return Arrays.stream(values())
        .filter(one -> one.parts.stream().anyMatch(low::contains))
        .findFirst()
        .orElse(RUNS);
  }

  /// How many of the active rows are in each; those of none are left out.
  public static Map<StateClass, Long> count(List<ProcessRow> rows) {
    var counts = new EnumMap<StateClass, Long>(StateClass.class);
    for (ProcessRow row : rows) {
      if (row.kind() == Kind.ACTIVE) {
        counts.merge(of(row), 1L, Long::sum);
      }
    }
    return counts;
  }
}
