package org.binnacle.inventory;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.kernel.NaturalOrder;

/// The inventory at one moment, never changed, with what searches need prepared.
final class Snapshot {
  private final List<Instance> sorted;
  private final Map<UUID, Instance> byId = new HashMap<>();
  private final Map<String, Instance> byName = new HashMap<>();
  private final Map<String, Environment> environments = new LinkedHashMap<>();
  private final Jump jump;

  Snapshot(Collection<Instance> instances, List<Environment> environments) {
    sorted =
        instances.stream()
            .sorted(Comparator.comparing(Instance::name, NaturalOrder.OF_NAMES))
            .toList();
    for (Instance instance : sorted) {
      byId.put(instance.id(), instance);
      byName.put(key(instance.name()), instance);
    }
    environments.forEach(
        environment -> this.environments.put(key(environment.name()), environment));
    jump = new Jump(sorted);
  }

  /// How names are compared.
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  List<Instance> instances() {
    return sorted;
  }

  List<Environment> environments() {
    return List.copyOf(environments.values());
  }

  Collection<String> environmentKeys() {
    return environments.keySet();
  }

  Optional<Instance> find(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Instance> named(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  Environment environment(String name) {
    Environment known = environments.get(key(name));
    return known != null ? known : Environments.none();
  }

  Jump jump() {
    return jump;
  }
}
