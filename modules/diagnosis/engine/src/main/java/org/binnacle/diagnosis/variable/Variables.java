package org.binnacle.diagnosis.variable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.binnacle.mysql.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at variables and notes what has changed since the look before, whenever that was. Reads
/// all of them, so it is for screens and commands that ask, never for the look at the fleet.
public final class Variables {
  private static final Logger LOG = LoggerFactory.getLogger(Variables.class);

  private final VariablesReader reader;
  private final VariableStore store;

  public Variables(VariableStore store, Clock clock) {
    this.store = store;
    this.reader = new VariablesReader(clock);
  }

  public VariablesScene read(Session session) {
    return note(reader.read(session));
  }

  /// What is kept has failed where the log says so; the look itself is still shown.
  VariablesScene note(VariablesLook look) {
    String id = look.instance().id();
    try {
      Optional<VariableStore.Seen> before = store.last(id);
      List<VariableChange> changes = before.map(seen -> differences(seen, look)).orElse(List.of());
      store.keep(id, new VariableStore.Seen(look.at(), look.values()), changes);
      List<VariableChange> all = store.changes(id);
      Optional<Instant> since =
          all.isEmpty() ? before.map(VariableStore.Seen::at) : Optional.of(all.getLast().after());
      return new VariablesScene(look, since, all);
    } catch (RuntimeException e) {
      LOG.warn("changes of variables of {} cannot be kept", look.instance().name(), e);
      return new VariablesScene(look, Optional.empty(), List.of());
    }
  }

  static List<VariableChange> differences(VariableStore.Seen before, VariablesLook look) {
    Map<String, String> now = look.values();
    var names = new TreeSet<>(before.values().keySet());
    names.addAll(now.keySet());
    var changes = new ArrayList<VariableChange>();
    for (String name : names) {
      Optional<String> was = Optional.ofNullable(before.values().get(name));
      Optional<String> is = Optional.ofNullable(now.get(name));
      if (!Nature.restless(name) && !was.equals(is)) {
        changes.add(new VariableChange(name, was, is, before.at(), look.at()));
      }
    }
    return changes;
  }
}
