package org.binnacle.explain.advice;

import java.time.Clock;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.InstanceRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what a trial sends and what came of it.
///
/// @param target what is made: a schema, an index with its table
record TrialDiary(AuditLog audit, String actor, Clock clock, InstanceRef instance, String target) {
  private static final Logger LOG = LoggerFactory.getLogger(TrialDiary.class);

  /// Before a statement is sent; where this fails it must not be.
  ///
  /// @param back the statement that takes it back
  void asked(String sql, String back) {
    audit.append(entry(sql, AuditEntry.Outcome.ASKED, "taken back by: " + back));
  }

  /// After it.
  void came(String sql, AuditEntry.Outcome outcome, String detail) {
    try {
      audit.append(entry(sql, outcome, detail));
    } catch (RuntimeException e) {
      LOG.error("what came of a trial on {} could not be kept", instance.name(), e);
    }
  }

  private AuditEntry entry(String sql, AuditEntry.Outcome outcome, String detail) {
    return new AuditEntry(
        clock.instant(), actor, instance, "advise.trial", target, sql, "", outcome, detail);
  }
}
