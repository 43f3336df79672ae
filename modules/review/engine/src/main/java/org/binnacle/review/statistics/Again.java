package org.binnacle.review.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.binnacle.review.history.Life;

/// Collects the lives of one finding of one statement.
final class Again {
  private final Set<String> places = new HashSet<>();
  private final Map<String, List<Instant>> begun = new HashMap<>();
  private final Map<String, Instant> ended = new HashMap<>();
  private final Set<String> authors = new TreeSet<>();
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;

  void add(Life life) {
    String place = life.project() + "\n" + life.path();
    String object = place + "\n" + life.seen().mark().object();
    places.add(place);
    begun.computeIfAbsent(object, o -> new ArrayList<>()).add(life.first());
    life.fixed().ifPresent(at -> ended.merge(object, at, (a, b) -> a.isBefore(b) ? a : b));
    if (!life.seen().author().isEmpty()) {
      authors.add(life.seen().author());
    }
    first = life.first().isBefore(first) ? life.first() : first;
    last = life.last().isAfter(last) ? life.last() : last;
  }

  /// Lives that began after one of the same object in the same file had ended.
  private int returned() {
    int returned = 0;
    for (var one : ended.entrySet()) {
      for (Instant at : begun.getOrDefault(one.getKey(), List.of())) {
        returned += at.isBefore(one.getValue()) ? 0 : 1;
      }
    }
    return returned;
  }

  boolean isRepeated() {
    return places.size() > 1 || returned() > 0;
  }

  int weight() {
    return places.size() + returned();
  }

  Repeated told(String rule, String fingerprint, String words) {
    return new Repeated(
        rule, fingerprint, words, places.size(), returned(), List.copyOf(authors), first, last);
  }
}
