package org.binnacle.inventory.exchange;

import java.util.List;
import java.util.Optional;
import org.binnacle.inventory.Instance;
import org.binnacle.mysql.Secret;

/// What an import would do about one connection of a file.
///
/// @param instance as it would be kept; for SAME as it is already; for CONFLICTING as far as it can
///   be read
/// @param present the inventory's entry that it is about
/// @param reasons in words: what differs, or what stands against it
/// @param password of the file, for the vault under {@link Instance#credential()}
/// @param where `file:line`
public record Proposal(
    Kind kind,
    Instance instance,
    Optional<Instance> present,
    List<String> reasons,
    Optional<Secret> password,
    String where) {

  /// What would happen.
  public enum Kind {
    NEW,
    CHANGED,
    SAME,
    /// Cannot be taken over as it is.
    CONFLICTING
  }

  public Proposal {
    reasons = List.copyOf(reasons);
  }

  /// Whether applying it would change the inventory.
  public boolean changes() {
    return kind == Kind.NEW || kind == Kind.CHANGED;
  }
}
