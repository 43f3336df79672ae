package org.binnacle.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A store for tests.
public final class MemoryStore implements InventoryStore {
  private final Map<UUID, Instance> instances = new LinkedHashMap<>();
  private List<Environment> environments = List.of();

  @Override
  public List<Instance> instances() {
    return List.copyOf(instances.values());
  }

  @Override
  public void replace(List<Instance> saved, List<UUID> removed) {
    removed.forEach(instances::remove);
    saved.forEach(instance -> instances.put(instance.id(), instance));
  }

  @Override
  public List<Environment> environments() {
    return environments;
  }

  @Override
  public void saveEnvironments(List<Environment> saved) {
    environments = List.copyOf(saved);
  }
}
