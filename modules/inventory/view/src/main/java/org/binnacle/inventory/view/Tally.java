package org.binnacle.inventory.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.binnacle.inventory.Instance;
import org.binnacle.kernel.Severity;

/// The marks of a group taken together: `2 down, 1 lagging`.
///
/// @param severity the worst; UNKNOWN where nothing is bad and something is not known
/// @param words empty where all is well
record Tally(Severity severity, String words) {
  private static final Severity[] TOLD = {Severity.CRITICAL, Severity.WARNING, Severity.NOTICE};

  /// The first of the words, where there is no room for all: `2 down`.
  String first() {
    int comma = words.indexOf(", ");
    return comma < 0 ? words : words.substring(0, comma);
  }

  static Tally of(Collection<Instance> members, Function<Instance, Mark> marks) {
    Map<Severity, Map<String, Integer>> counts = new LinkedHashMap<>();
    for (Instance member : members) {
      Mark mark = marks.apply(member);
      if (mark.severity() != Severity.OK) {
        counts
            .computeIfAbsent(mark.severity(), severity -> new LinkedHashMap<>())
            .merge(mark.tally(), 1, Integer::sum);
      }
    }
    for (Severity severity : TOLD) {
      if (counts.containsKey(severity)) {
        return new Tally(severity, words(counts));
      }
    }
    int unknown =
        counts.getOrDefault(Severity.UNKNOWN, Map.of()).values().stream().mapToInt(n -> n).sum();
    if (unknown == 0) {
      return new Tally(Severity.OK, "");
    }
    return new Tally(Severity.UNKNOWN, unknown == members.size() ? "?" : unknown + " ?");
  }

  private static String words(Map<Severity, Map<String, Integer>> counts) {
    var told = new LinkedHashMap<String, Integer>();
    for (Severity severity : TOLD) {
      counts
          .getOrDefault(severity, Map.of())
          .forEach((word, n) -> told.merge(word, n, Integer::sum));
    }
    return told.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
