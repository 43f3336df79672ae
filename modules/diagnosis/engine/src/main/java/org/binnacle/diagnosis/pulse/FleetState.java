package org.binnacle.diagnosis.pulse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Severity;

/// How the whole fleet does at one moment. Immutable.
public final class FleetState {
  /// Worst first: by severity, then by score.
  public static final Comparator<Beat> WORST_FIRST =
      Comparator.comparing(Beat::severity)
          .thenComparing(Comparator.comparingInt(Beat::score).reversed())
          .thenComparing(beat -> beat.instance().name());

  public static final FleetState EMPTY = new FleetState(Map.of(), List.of());

  private final Map<String, Integer> places;
  private final List<Beat> beats;

  /// @param places of instances, by id, in the list; shared with the states before and after
  /// @param beats not to be changed any more
  FleetState(Map<String, Integer> places, List<Beat> beats) {
    this.places = places;
    this.beats = Collections.unmodifiableList(beats);
  }

  public static FleetState of(Collection<Beat> beats) {
    var all = beats.toArray(new Beat[0]);
    Map<String, Integer> places = HashMap.newHashMap(all.length);
    for (int i = 0; i < all.length; i++) {
      places.put(all[i].instance().id(), i);
    }
    return new FleetState(places, Arrays.asList(all));
  }

  /// One for each instance, in no order.
  public List<Beat> beats() {
    return beats;
  }

  public Optional<Beat> of(String instanceId) {
    Integer place = places.get(instanceId);
    return place == null ? Optional.empty() : Optional.of(beats.get(place));
  }

  /// Those that were looked at between an earlier state and this one; all where the fleet itself
  /// has changed, or the state is none of the same pulse.
  @SuppressWarnings("ReferenceEquality") // another object is another look, whatever it says
  public List<Beat> since(FleetState before) {
    if (before.places != places) {
      return beats;
    }
    var fresh = new ArrayList<Beat>();
    for (int i = 0; i < beats.size(); i++) {
      if (beats.get(i) != before.beats.get(i)) {
        fresh.add(beats.get(i));
      }
    }
    return fresh;
  }

  /// Whether there are the same instances as in another state, each as well or bad as there.
  public boolean asBad(FleetState other) {
    if (beats.size() != other.beats.size()) {
      return false;
    }
    return since(other).stream()
        .allMatch(
            beat ->
                other
                    .of(beat.instance().id())
                    .filter(was -> was.severity() == beat.severity())
                    .isPresent());
  }

  public long count(Severity severity) {
    return beats.stream().filter(beat -> beat.severity() == severity).count();
  }

  /// Instances with something to tell, worst first.
  public List<Beat> problems() {
    return worstFirst().stream().filter(beat -> beat.severity() != Severity.OK).toList();
  }

  public List<Beat> worstFirst() {
    return beats.stream().sorted(WORST_FIRST).toList();
  }
}
