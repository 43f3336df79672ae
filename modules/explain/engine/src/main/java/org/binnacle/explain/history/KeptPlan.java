package org.binnacle.explain.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.binnacle.explain.Plan;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.live.Explained;
import org.binnacle.explain.read.PlanReading;
import org.binnacle.explain.worksheet.Masked;

/// A plan that was kept.
///
/// @param digest of its statement: 16 hexadecimal digits, the same for other values; empty where
///   the statement is not known
/// @param statement the statement that was planned; passwords are left out
/// @param instanceId the inventory's id; empty for a plan that came as text
/// @param instance the name that the instance had then; for a text what it was called
/// @param database empty for none
/// @param version the server's
/// @param origin ESTIMATED, MEASURED, RUNNING, RUNNING_TEXT, or {@link #TEXT}
/// @param raw the plan as the server printed it
/// @param beside what was known beside it, as {@link Beside#text}
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
    String beside,
    String name,
    boolean pinned) {
  /// The origin of a plan that was pasted or read from a file.
  public static final String TEXT = "TEXT";

  /// A plan that a server told.
  public static KeptPlan of(Explained explained, String name) {
    return new KeptPlan(
        UUID.randomUUID(),
        explained.at(),
        PlanHistory.digest(explained.sql(), explained.version().contains("MariaDB")),
        Masked.of(explained.sql()),
        explained.instance().id(),
        explained.instance().name(),
        explained.database().orElse(""),
        explained.version(),
        explained.origin().name(),
        explained.plan().raw(),
        Beside.of(explained).text(),
        name,
        false);
  }

  /// The same plan as another entry.
  public KeptPlan as(UUID other, String otherName) {
    return new KeptPlan(
        other,
        at,
        digest,
        statement,
        instanceId,
        instance,
        database,
        version,
        origin,
        raw,
        beside,
        otherName,
        false);
  }

  /// Reads the plan again.
  public Plan plan() {
    return PlanReading.read(raw);
  }

  /// What insights know of it.
  public Facts facts() {
    return Beside.read(beside).facts(statement, version);
  }

  /// What is found in it, worst first.
  public List<Finding> findings() {
    return Insights.of(plan(), facts());
  }
}
