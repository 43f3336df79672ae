package org.binnacle.explain.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.explain.Plan;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.kernel.InstanceRef;

/// A plan that a server told, with all that was asked beside it.
///
/// @param origin where the plan comes from
/// @param sql the statement that the plan is of
/// @param database the default database that it was planned in; empty for none
/// @param version the server's
/// @param sent the exact statement that was sent for the plan
/// @param plan the plan; its raw text is the server's own
/// @param rewritten the statement as the optimizer rewrote it, where the server told
/// @param warnings what SHOW WARNINGS said, note 1003 included
/// @param tables by the name or alias that the plan uses, in its order
/// @param facts what insights were given; {@link Facts#fresh()} is the plan of now where origin is
///   a running thread
/// @param findings worst first
/// @param notes sentences for the user: what could not be asked, and why
/// @param at when it was asked
/// @param took how long the server took for the plan
public record Explained(
    InstanceRef instance,
    Origin origin,
    String sql,
    Optional<String> database,
    String version,
    String sent,
    Plan plan,
    Optional<String> rewritten,
    List<ServerNote> warnings,
    Map<String, TableInfo> tables,
    Facts facts,
    List<Finding> findings,
    List<String> notes,
    Instant at,
    Duration took) {

  public Explained {
    warnings = List.copyOf(warnings);
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /// Where a plan comes from.
  public enum Origin {
    /// EXPLAIN of a text.
    ESTIMATED,
    /// The statement was run for it.
    MEASURED,
    /// What a thread was running: its own plan.
    RUNNING,
    /// What a thread was running: EXPLAIN of its text, since the server did not tell its own plan.
    RUNNING_TEXT
  }
}
