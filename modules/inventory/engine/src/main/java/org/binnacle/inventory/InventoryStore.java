package org.binnacle.inventory;

import java.util.List;
import java.util.UUID;

/// The port that keeps the inventory; the state module implements it on H2. All-or-nothing per
/// call.
public interface InventoryStore {

  List<Instance> instances();

  /// Adds or replaces by id, and removes those ids, in one transaction.
  void replace(List<Instance> saved, List<UUID> removed);

  List<Environment> environments();

  void saveEnvironments(List<Environment> environments);
}
