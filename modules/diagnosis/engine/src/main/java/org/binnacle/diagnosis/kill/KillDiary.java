package org.binnacle.diagnosis.kill;

import java.time.Clock;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the audit rows of one run.
final class KillDiary {
  private static final Logger LOG = LoggerFactory.getLogger(KillDiary.class);
  private static final int LONGEST = 2_000;

  private final AuditLog audit;
  private final String actor;
  private final KillPlan plan;
  private final String reason;
  private final Clock clock;

  KillDiary(AuditLog audit, String actor, KillPlan plan, String reason, Clock clock) {
    this.audit = audit;
    this.actor = actor;
    this.plan = plan;
    this.reason = reason;
    this.clock = clock;
  }

  /// Before the act; a fault says that it could not be kept, and the act must not be done.
  void asked(Victim victim) {
    String sql = victim.identity().sql();
    audit.append(
        entry(
            victim,
            AuditEntry.Outcome.ASKED,
            sql.length() <= LONGEST ? sql : sql.substring(0, LONGEST) + "..."));
  }

  /// After the act, which can't be undone by a full disk: tells whether it was kept.
  boolean came(Victim victim, KillOutcome outcome) {
    try {
      audit.append(entry(victim, outcome.audited(), outcome.words()));
      return true;
    } catch (RuntimeException e) {
      LOG.error("the outcome of {} could not be kept", victim.statement(), e);
      return false;
    }
  }

  private AuditEntry entry(Victim victim, AuditEntry.Outcome outcome, String detail) {
    return new AuditEntry(
        clock.instant(),
        actor,
        plan.instance(),
        plan.verb().act(),
        victim.words(),
        victim.statement(),
        reason,
        outcome,
        detail);
  }
}
