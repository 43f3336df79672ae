package org.binnacle.inventory.reach;

import java.util.List;
import java.util.Optional;
import org.binnacle.inventory.Instance;
import org.binnacle.kernel.Fault;

/// A server that discovery found; nothing is kept before the user says so.
///
/// @param instance as it would be added: way, user and places of the instance that it was found
///   from, its role by replication; for one that is known already the inventory's entry
/// @param known whether the inventory has it
/// @param uuid the server's own identity; empty where it could not be reached
/// @param version empty where it could not be reached
/// @param sources uuids (or addresses) of the servers that it replicates from
/// @param foundBy in words: how it was found
/// @param otherNames further addresses under which the same server was found
/// @param fault why it could not be reached
public record Discovered(
    Instance instance,
    boolean known,
    String uuid,
    String version,
    List<String> sources,
    String foundBy,
    List<String> otherNames,
    Optional<Fault> fault) {

  public Discovered {
    sources = List.copyOf(sources);
    otherNames = List.copyOf(otherNames);
  }

  public boolean reached() {
    return fault.isEmpty();
  }
}
