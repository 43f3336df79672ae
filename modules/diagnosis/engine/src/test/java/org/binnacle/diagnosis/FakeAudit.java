package org.binnacle.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Fault;

/// An audit log in memory that can be told to fail.
public final class FakeAudit implements AuditLog {
  public final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

  /// How many more entries it takes.
  public int room = Integer.MAX_VALUE;

  @Override
  public synchronized void append(AuditEntry entry) {
    if (room-- <= 0) {
      throw new Fault(Fault.BUG, "disk full");
    }
    entries.add(entry);
  }

  @Override
  public List<AuditEntry> newest(Optional<Instant> since, String containing, int limit) {
    return entries.reversed().stream().limit(limit).toList();
  }

  public List<AuditEntry.Outcome> outcomes() {
    return entries.stream().map(AuditEntry::outcome).toList();
  }
}
