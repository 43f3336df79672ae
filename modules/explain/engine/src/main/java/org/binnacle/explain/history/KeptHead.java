package org.binnacle.explain.history;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A kept plan as a list shows it, without its text.
///
/// @param before the plan that was kept before it, of the same statement on the same instance and
///   database in the same format, where the two do something else; empty where the plan is as it
///   was, or the first
/// @param beforeAt when that one was made
public record KeptHead(
    UUID id,
    Instant at,
    String digest,
    String statement,
    String instanceId,
    String instance,
    String database,
    String version,
    String origin,
    String name,
    boolean pinned,
    PlanShape shape,
    Optional<UUID> before,
    Optional<Instant> beforeAt) {

  /// Whether the plan is another than the one that was kept before it.
  public boolean changed() {
    return before.isPresent();
  }

  /// Its first eight characters, by which commands call it.
  public String shortId() {
    return id.toString().substring(0, 8);
  }
}
