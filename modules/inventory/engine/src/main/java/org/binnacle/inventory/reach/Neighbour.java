package org.binnacle.inventory.reach;

import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.InstanceDraft;

/// Entries for servers that were found beside another.
final class Neighbour {
  private Neighbour() {}

  /// A draft of a neighbour: the same account (so the vault's entry too), way and places; a name,
  /// host and role of its own.
  static InstanceDraft draft(Instance seed) {
    var draft = new InstanceDraft();
    for (Field field : Field.values()) {
      switch (field) {
        case NAME, HOST, PORT, ROLE, NOTE -> {}
        default -> draft.set(field, field.of(seed));
      }
    }
    return draft;
  }
}
