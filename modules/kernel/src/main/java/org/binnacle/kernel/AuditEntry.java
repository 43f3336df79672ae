package org.binnacle.kernel;

import java.time.Instant;

/// One line of the audit log: an act that changes something on a server, with its outcome.
///
/// @param at when it was decided
/// @param actor the user of this workstation
/// @param instance the server it went to
/// @param act a stable dotted name such as `kill.query`, `kill.connection`
/// @param target what it was done to, in words (thread 4711 app@10.0.0.9 shop)
/// @param sql the exact statement sent
/// @param reason why, as typed by the user; may be empty
/// @param outcome what came of it
/// @param detail the server's words, or the statement that was running; no bind parameters
public record AuditEntry(
    Instant at,
    String actor,
    InstanceRef instance,
    String act,
    String target,
    String sql,
    String reason,
    Outcome outcome,
    String detail) {

  /// What came of an audited act. UNKNOWN says that nobody can tell whether it took place.
  public enum Outcome {
    ASKED,
    DONE,
    GONE,
    SKIPPED,
    REFUSED,
    FAILED,
    UNKNOWN
  }
}
