package org.binnacle.diagnosis.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.kernel.NaturalOrder;
import org.binnacle.kernel.Severity;

/// Worst first, without rows that jump: a row takes a new place at once where its severity has
/// changed, and else only ten seconds after it took its last one. Rows that are held (under the
/// pointer, or selected) keep their place among the others. Not for several threads.
public final class BoardOrder {
  private static final Duration CALM = Duration.ofSeconds(10);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Comparator<Rank> WORST_FIRST =
      Comparator.comparing(Rank::severity)
          .thenComparing(Comparator.comparingInt(Rank::score).reversed())
          .thenComparing(Rank::name, NaturalOrder.OF_NAMES);

  private Map<String, Rank> ranks = new HashMap<>();
  private final Map<String, Instant> movedAt = new HashMap<>();
  private List<String> order = List.of();
  private Set<String> held = Set.of();
  private Set<String> asked = Set.of();

  private record Rank(String id, Severity severity, int score, String name, Instant since) {}

  /// Where a row is among those that stay, and among those that move.
  private record Place(int staying, int moving) {}

  /// @param stay ids that keep their place
  /// @return ids, worst first
  public List<String> of(Collection<Beat> beats, Set<String> stay, Instant now) {
    Map<String, Rank> fresh = HashMap.newHashMap(beats.size());
    var movers = new HashSet<String>();
    var seen = new HashSet<String>();
    boolean same = beats.size() == ranks.size() && held.equals(stay);
    for (Beat beat : beats) {
      String id = beat.instance().id();
      Rank was = ranks.get(id);
      boolean moves =
          was == null
              || was.severity() != beat.severity()
              || (was.score() != beat.score()
                  && Duration.between(was.since(), now).compareTo(CALM) >= 0);
      same &= !moves;
      if (moves && asked.contains(id) && !stay.contains(id)) {
        movers.add(id);
      }
      if (beat.looks() > 0) {
        seen.add(id);
      }
      fresh.put(
          id,
          moves ? new Rank(id, beat.severity(), beat.score(), beat.instance().name(), now) : was);
    }
    ranks = fresh;
    held = Set.copyOf(stay);
    asked = seen;
    List<String> before = order;
    if (!same) {
      order = arranged();
    }
    remember(before, movers, now);
    return order;
  }

  /// Those that have taken another place by a change of their own less than a second ago; not those
  /// that only made room, nor new ones, nor those that were asked for the first time.
  public Set<String> moved() {
    return Set.copyOf(movedAt.keySet());
  }

  private void remember(List<String> before, Set<String> movers, Instant now) {
    movedAt.values().removeIf(at -> Duration.between(at, now).compareTo(FRESH) >= 0);
    if (movers.isEmpty()) {
      return;
    }
    Map<String, Place> old = places(before, movers);
    places(order, movers)
        .forEach(
            (id, place) -> {
              if (!place.equals(old.get(id))) {
                movedAt.put(id, now);
              }
            });
  }

  private static Map<String, Place> places(List<String> order, Set<String> movers) {
    var places = new HashMap<String, Place>();
    int staying = 0;
    for (String id : order) {
      if (movers.contains(id)) {
        places.put(id, new Place(staying, places.size()));
      } else {
        staying++;
      }
    }
    return places;
  }

  private List<String> arranged() {
    var places = new TreeMap<Integer, String>();
    var staying = new HashSet<String>();
    for (int i = 0; i < order.size(); i++) {
      String id = order.get(i);
      if (held.contains(id) && ranks.containsKey(id)) {
        places.put(i, id);
        staying.add(id);
      }
    }
    var rest = new ArrayList<Rank>();
    ranks.values().stream().filter(rank -> !staying.contains(rank.id())).forEach(rest::add);
    rest.sort(WORST_FIRST);
    var arranged = new ArrayList<String>(ranks.size());
    rest.forEach(rank -> arranged.add(rank.id()));
    // Ascending, so that each lands where it was.
    places.forEach((place, id) -> arranged.add(Math.min(place, arranged.size()), id));
    return List.copyOf(arranged);
  }
}
