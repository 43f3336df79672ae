package org.binnacle.inventory;

import java.util.HashSet;
import java.util.List;
import org.binnacle.kernel.Fault;

/// The rules that the list of environments keeps.
final class EnvironmentCheck {
  private EnvironmentCheck() {}

  static void check(List<Environment> environments, List<Instance> instances) {
    var names = new HashSet<String>();
    for (Environment environment : environments) {
      if (environment.name().isBlank()
          || environment.name().length() > 60
          || !environment.name().matches("[^\\s,:\"]+")
          || !Environments.COLOURS.contains(environment.colour())
          || !names.add(Snapshot.key(environment.name()))) {
        throw new Fault(
            InventoryFaults.ENVIRONMENT_SHAPE, environment.name() + " " + environment.colour());
      }
    }
    for (Instance instance : instances) {
      if (!instance.environment().isEmpty()
          && !names.contains(Snapshot.key(instance.environment()))) {
        throw new Fault(
            InventoryFaults.ENVIRONMENT, instance.environment() + " (" + instance.name() + ")");
      }
    }
  }
}
