package org.binnacle.diagnosis.view;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;

/// An audit log that lives as long as the object.
final class MemoryAudit implements AuditLog {
  private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

  @Override
  public void append(AuditEntry entry) {
    entries.add(entry);
  }

  @Override
  public List<AuditEntry> newest(Optional<Instant> since, String containing, int limit) {
    String low = containing.toLowerCase(Locale.ROOT);
    return entries.reversed().stream()
        .filter(entry -> since.isEmpty() || !entry.at().isBefore(since.get()))
        .filter(entry -> entry.toString().toLowerCase(Locale.ROOT).contains(low))
        .limit(limit)
        .toList();
  }
}
