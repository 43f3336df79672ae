package org.binnacle.diagnosis.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;

/// An audit log whose kills are events too.
public record NotedKills(AuditLog audit, EventLog events) implements AuditLog {
  @Override
  public void append(AuditEntry entry) {
    audit.append(entry);
    if (entry.outcome() == AuditEntry.Outcome.DONE) {
      events.note(
          entry.instance().id(),
          new Event(entry.at(), EventKind.KILL, entry.sql() + " by " + entry.actor()));
    }
  }

  @Override
  public List<AuditEntry> newest(Optional<Instant> since, String containing, int limit) {
    return audit.newest(since, containing, limit);
  }
}
