package org.binnacle.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The port that keeps audit entries; append-only. The state module implements it on H2.
public interface AuditLog {

  /// Keeps the entry durably before it returns.
  ///
  /// @throws Fault where it cannot be kept; the act must then not be done
  void append(AuditEntry entry);

  /// The newest entries first.
  ///
  /// @param since only entries at or after this instant, where given
  /// @param containing only entries with this text in instance, act, target, SQL, reason or detail,
  ///   ignoring case; empty for all
  List<AuditEntry> newest(Optional<Instant> since, String containing, int limit);
}
