package org.binnacle.diagnosis.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.binnacle.diagnosis.incident.rule.Rules;
import org.binnacle.diagnosis.variable.Nature;
import org.binnacle.diagnosis.variable.VariableStore;

/// What the variables of a capture were before: at the newest earlier incident of the same
/// instance, or at the look at its variables that is remembered, whichever is newer. What differs
/// becomes a table of the capture's variables.
final class VariablesBefore {
  static final String CHANGED = "changed";
  static final String COMPARED = "compared with";

  /// How far back an earlier incident of the same instance is looked for.
  private static final int HEADS = 200;

  private final IncidentStore store;
  private final Function<String, Optional<VariableStore.Seen>> remembered;

  private record Earlier(String words, Instant at, Map<String, String> values) {}

  VariablesBefore(IncidentStore store, Function<String, Optional<VariableStore.Seen>> remembered) {
    this.store = store;
    this.remembered = remembered;
  }

  /// The incident with what has changed, and with what the rules make of that.
  Incident with(Incident incident) {
    var recorded = incident.recorded().stream().map(one -> with(one, incident.at())).toList();
    if (recorded.equals(incident.recorded())) {
      return incident;
    }
    return new Incident(
        incident.id(),
        incident.at(),
        incident.took(),
        incident.title(),
        incident.trigger(),
        incident.note(),
        incident.masked(),
        recorded,
        recorded.stream()
            .flatMap(one -> Rules.look(one).stream())
            .sorted(Comparator.comparing(Finding::severity))
            .toList());
  }

  private Recorded with(Recorded one, Instant at) {
    Map<String, String> now = values(one);
    if (now.isEmpty()) {
      return one;
    }
    Optional<Earlier> before =
        incident(one, at).or(() -> seen(one, at)).filter(first -> !first.values().isEmpty());
    return before.map(earlier -> one.with("variables", grids(earlier, now))).orElse(one);
  }

  private Optional<Earlier> seen(Recorded one, Instant at) {
    return remembered
        .apply(one.instance().id())
        .filter(look -> look.at().isBefore(at))
        .map(look -> new Earlier("the look at its variables", look.at(), look.values()));
  }

  /// A look at the variables that is newer than the last incident tells more of what has just been
  /// changed, but what was changed since that incident too is what an incident is about.
  private Optional<Earlier> incident(Recorded one, Instant at) {
    return store.list("", HEADS).stream()
        .filter(head -> !head.masked() && head.at().isBefore(at))
        .filter(head -> head.instances().contains(one.instance().name()))
        .limit(3)
        .flatMap(head -> store.find(head.id()).stream())
        .flatMap(
            earlier ->
                earlier.recorded().stream()
                    .filter(other -> other.instance().id().equals(one.instance().id()))
                    .map(
                        other ->
                            new Earlier(
                                "incident " + earlier.id().substring(0, 8),
                                earlier.at(),
                                values(other))))
        .filter(earlier -> !earlier.values().isEmpty())
        .findFirst();
  }

  private static Map<String, String> values(Recorded one) {
    Map<String, String> values = new HashMap<>();
    one.grid("variables", "variables")
        .lines()
        .forEach(line -> values.put(line.low("name"), line.text("value")));
    return values;
  }

  private static Map<String, Grid> grids(Earlier before, Map<String, String> now) {
    var names = new TreeSet<>(before.values().keySet());
    names.addAll(now.keySet());
    var rows = new ArrayList<List<String>>();
    for (String name : names) {
      String was = before.values().get(name);
      String is = now.get(name);
      if (!Nature.restless(name) && !String.valueOf(was).equals(String.valueOf(is))) {
        rows.add(
            List.of(
                name,
                is == null ? "" : is,
                was == null ? "" : was,
                was == null ? "new" : is == null ? "gone" : "changed"));
      }
    }
    Map<String, Grid> grids = new LinkedHashMap<>();
    grids.put(CHANGED, Grid.of(List.of("name", "value", "was", "change"), rows));
    grids.put(
        COMPARED,
        Grid.of(List.of("at", "with"), List.of(List.of(before.at().toString(), before.words()))));
    return grids;
  }
}
