package org.binnacle.explain.worksheet;

import java.time.Clock;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what changes were sent and what came of them.
final class Diary {
  private static final Logger LOG = LoggerFactory.getLogger(Diary.class);
  static final String ACT = "sql.write";

  private final AuditLog audit;
  private final String actor;
  private final Clock clock;

  Diary(AuditLog audit, String actor, Clock clock) {
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
  }

  /// Before it is sent.
  ///
  /// @throws Fault where it cannot be kept: the statement must then not be sent
  void asked(InstanceRef instance, String database, String sql, String reason) {
    try {
      audit.append(entry(instance, database, sql, reason, AuditEntry.Outcome.ASKED, ""));
    } catch (RuntimeException e) {
      throw new Fault(WorksheetFaults.NO_AUDIT, Fault.of(e).detail(), e);
    }
  }

  /// After it; the change cannot be undone by a full disk.
  void came(InstanceRef instance, String database, String sql, String reason, End end) {
    try {
      audit.append(entry(instance, database, sql, reason, outcome(end), words(end)));
    } catch (RuntimeException e) {
      LOG.error("what came of a change on {} could not be kept", instance.name(), e);
    }
  }

  private AuditEntry entry(
      InstanceRef instance,
      String database,
      String sql,
      String reason,
      AuditEntry.Outcome outcome,
      String detail) {
    return new AuditEntry(
        clock.instant(), actor, instance, ACT, database, Masked.of(sql), reason, outcome, detail);
  }

  private static AuditEntry.Outcome outcome(End end) {
    return switch (end) {
      case End.Done ignored -> AuditEntry.Outcome.DONE;
      case End.Failed ignored -> AuditEntry.Outcome.FAILED;
      case End.Stopped ignored -> AuditEntry.Outcome.FAILED;
      case End.Refused ignored -> AuditEntry.Outcome.REFUSED;
      case End.Unknown ignored -> AuditEntry.Outcome.UNKNOWN;
      case End.Skipped ignored -> AuditEntry.Outcome.SKIPPED;
    };
  }

  private static String words(End end) {
    return switch (end) {
      case End.Done done ->
          (done.affected() < 0 ? done.rows() + " rows" : done.affected() + " rows affected")
              + " in "
              + done.took().toMillis()
              + " ms";
      case End.Failed failed -> failed.fault().detail();
      case End.Stopped ignored -> "stopped by the user";
      case End.Refused refused -> refused.fault().detail();
      case End.Unknown unknown -> unknown.fault().detail();
      case End.Skipped ignored -> "";
    };
  }
}
