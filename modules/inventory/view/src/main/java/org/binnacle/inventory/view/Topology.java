package org.binnacle.inventory.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.binnacle.inventory.reach.Discovered;

/// What discovery found as a tree, sources above their replicas; each server once, also where they
/// replicate in a ring.
record Topology(Discovered server, List<Topology> replicas) {

  Topology {
    replicas = List.copyOf(replicas);
  }

  static List<Topology> of(List<Discovered> found) {
    var placed = new HashSet<Discovered>();
    var roots = new ArrayList<Topology>();
    for (Discovered server : found) {
      boolean below = found.stream().anyMatch(other -> isSource(other, server));
      if (!below && placed.add(server)) {
        roots.add(under(server, found, placed));
      }
    }
    for (Discovered server : found) { // rings have no top
      if (placed.add(server)) {
        roots.add(under(server, found, placed));
      }
    }
    return List.copyOf(roots);
  }

  private static Topology under(Discovered source, List<Discovered> found, Set<Discovered> placed) {
    var replicas = new ArrayList<Topology>();
    for (Discovered server : found) {
      if (isSource(source, server) && placed.add(server)) {
        replicas.add(under(server, found, placed));
      }
    }
    return new Topology(source, replicas);
  }

  private static boolean isSource(Discovered source, Discovered replica) {
    return !source.equals(replica)
        && ((!source.uuid().isEmpty() && replica.sources().contains(source.uuid()))
            || replica.sources().contains(source.instance().address()));
  }
}
