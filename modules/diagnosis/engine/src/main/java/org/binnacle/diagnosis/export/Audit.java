package org.binnacle.diagnosis.export;

import java.util.List;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Progress;

/// The audit log as files that other programs read.
public final class Audit {
  private static final List<Head<AuditEntry>> HEADS =
      List.of(
          Head.text("at", entry -> entry.at().toString()),
          Head.text("actor", AuditEntry::actor),
          Head.text("instance", entry -> entry.instance().name()),
          Head.text("address", entry -> entry.instance().address()),
          Head.text("environment", entry -> entry.instance().environment()),
          Head.text("act", AuditEntry::act),
          Head.text("outcome", entry -> entry.outcome().name()),
          Head.text("target", AuditEntry::target),
          Head.text("sql", AuditEntry::sql),
          Head.text("reason", AuditEntry::reason),
          Head.text("detail", AuditEntry::detail));

  private Audit() {}

  public static String text(
      Rows.Format format, List<AuditEntry> entries, Progress progress, Cancel cancel) {
    return Rows.write(format, HEADS, entries, progress, cancel);
  }
}
