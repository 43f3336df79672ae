package org.binnacle.explain.history;

import java.time.Instant;
import java.util.UUID;
import org.binnacle.explain.Plan;
import org.binnacle.explain.read.PlanReading;

/// A plan that was kept.
///
/// @param digest of its statement: 16 hexadecimal digits, the same for other values
/// @param statement the statement that was planned; passwords are left out
/// @param instanceId the inventory's id
/// @param instance the name that the instance had then
/// @param database empty for none
/// @param version the server's
/// @param origin ESTIMATED, MEASURED, RUNNING or RUNNING_TEXT
/// @param raw the plan as the server printed it
/// @param name given by the user; empty for none
/// @param pinned not removed by age
public record KeptPlan(
    UUID id,
    Instant at,
    String digest,
    String statement,
    String instanceId,
    String instance,
    String database,
    String version,
    String origin,
    String raw,
    String name,
    boolean pinned) {

  /// Reads the plan again.
  public Plan plan() {
    return PlanReading.read(raw);
  }
}
