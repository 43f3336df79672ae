package org.binnacle.diagnosis.replication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A set of global transaction ids as MySQL writes it: `uuid:1-5:7,uuid:tag:3-9`. What is not
/// understood is left out.
///
/// @param ranges by source (with its tag), from and to included, ascending and apart
public record GtidSet(Map<String, List<Range>> ranges) {

  public record Range(long from, long to) {
    long count() {
      return to - from + 1;
    }
  }

  public GtidSet {
    ranges = Map.copyOf(ranges);
  }

  public static GtidSet of(String text) {
    Map<String, List<Range>> found = new TreeMap<>();
    for (String part : text.split("[,\\s]+")) {
      String source = "";
      String tag = "";
      for (String piece : part.split(":")) {
        if (piece.matches("\\d{1,18}(-\\d{1,18})?")) {
          String[] ends = piece.split("-");
          long from = Long.parseLong(ends[0]);
          long to = Long.parseLong(ends[ends.length - 1]);
          if (!source.isEmpty() && to >= from) {
            found.computeIfAbsent(source + tag, key -> new ArrayList<>()).add(new Range(from, to));
          }
        } else if (source.isEmpty()) {
          source = piece.toLowerCase(Locale.ROOT);
        } else {
          tag = ":" + piece.toLowerCase(Locale.ROOT);
        }
      }
    }
    found.replaceAll((source, list) -> merged(list));
    return new GtidSet(found);
  }

  private static List<Range> merged(List<Range> list) {
    var sorted = new ArrayList<>(list);
    sorted.sort(Comparator.comparingLong(Range::from));
    var merged = new ArrayList<Range>();
    for (Range range : sorted) {
      Range last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && range.from() <= last.to() + 1) {
        merged.set(merged.size() - 1, new Range(last.from(), Math.max(last.to(), range.to())));
      } else {
        merged.add(range);
      }
    }
    return List.copyOf(merged);
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /// How many transactions.
  public long count() {
    return ranges.values().stream().flatMap(List::stream).mapToLong(Range::count).sum();
  }

  /// What is here and not there, as GTID_SUBTRACT says it.
  public GtidSet minus(GtidSet other) {
    Map<String, List<Range>> left = new TreeMap<>();
    ranges.forEach(
        (source, own) -> {
          List<Range> rest = new ArrayList<>(own);
          for (Range gone : other.ranges().getOrDefault(source, List.of())) {
            rest = without(rest, gone);
          }
          if (!rest.isEmpty()) {
            left.put(source, List.copyOf(rest));
          }
        });
    return new GtidSet(left);
  }

  /// What of it was written by one server. A replica was asked at another moment than its source,
  /// so that only what it wrote itself is surely errant.
  ///
  /// @param uuid of the server
  GtidSet writtenBy(String uuid) {
    String own = uuid.toLowerCase(Locale.ROOT);
    Map<String, List<Range>> found = new TreeMap<>();
    ranges.forEach(
        (source, list) -> {
          if (!own.isEmpty() && (source.equals(own) || source.startsWith(own + ":"))) {
            found.put(source, list);
          }
        });
    return new GtidSet(found);
  }

  private static List<Range> without(List<Range> ranges, Range gone) {
    var rest = new ArrayList<Range>();
    for (Range range : ranges) {
      if (gone.to() < range.from() || gone.from() > range.to()) {
        rest.add(range);
        continue;
      }
      if (range.from() < gone.from()) {
        rest.add(new Range(range.from(), gone.from() - 1));
      }
      if (range.to() > gone.to()) {
        rest.add(new Range(gone.to() + 1, range.to()));
      }
    }
    return rest;
  }

  /// As MySQL writes it.
  public String text() {
    var parts = new ArrayList<String>();
    new TreeMap<>(ranges)
        .forEach(
            (source, list) -> {
              var part = new StringBuilder(source);
              list.forEach(
                  range ->
                      part.append(':')
                          .append(range.from())
                          .append(range.to() > range.from() ? "-" + range.to() : ""));
              parts.add(part.toString());
            });
    return String.join(",", parts);
  }
}
