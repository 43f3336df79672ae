package org.binnacle.diagnosis.deadlock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps deadlocks as long as the program runs.
public final class MemoryDeadlocks implements DeadlockStore {
  private final Map<String, List<Kept>> kept = new HashMap<>();

  @Override
  public synchronized boolean keep(String instanceId, Kept deadlock) {
    List<Kept> own = kept.computeIfAbsent(instanceId, id -> new ArrayList<>());
    if (own.stream().anyMatch(one -> one.fingerprint().equals(deadlock.fingerprint()))) {
      return false;
    }
    own.addFirst(deadlock);
    return true;
  }

  @Override
  public synchronized int count(String instanceId) {
    return kept.getOrDefault(instanceId, List.of()).size();
  }

  @Override
  public synchronized List<Kept> newest(String instanceId, int limit) {
    return kept.getOrDefault(instanceId, List.of()).stream().limit(limit).toList();
  }
}
