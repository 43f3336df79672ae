package org.binnacle.diagnosis.variable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps looks as long as the program runs.
public final class MemoryVariables implements VariableStore {
  private final Map<String, Seen> looks = new HashMap<>();
  private final Map<String, List<VariableChange>> log = new HashMap<>();

  @Override
  public synchronized Optional<Seen> last(String instanceId) {
    return Optional.ofNullable(looks.get(instanceId));
  }

  @Override
  public synchronized void keep(String instanceId, Seen look, List<VariableChange> changes) {
    looks.put(instanceId, look);
    var all = new ArrayList<>(changes);
    all.addAll(log.getOrDefault(instanceId, List.of()));
    log.put(instanceId, List.copyOf(all.subList(0, Math.min(KEPT, all.size()))));
  }

  @Override
  public synchronized List<VariableChange> changes(String instanceId) {
    return log.getOrDefault(instanceId, List.of());
  }
}
