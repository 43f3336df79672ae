package org.binnacle.inventory.exchange;

import java.util.List;
import org.binnacle.inventory.Environment;

/// What a file holds.
record Reading(List<Found> found, List<Environment> environments) {
  Reading {
    found = List.copyOf(found);
    environments = List.copyOf(environments);
  }

  static Reading of(List<Found> found) {
    return new Reading(found, List.of());
  }
}
