package org.binnacle.diagnosis.deadlock;

import java.time.Instant;
import java.util.List;

/// The port to where deadlocks are kept; any thread.
public interface DeadlockStore {

  /// @param section as the server told it
  record Kept(Instant seenAt, String fingerprint, String section) {}

  /// Keeps one, unless one with its fingerprint is there already; tells whether it was new.
  boolean keep(String instanceId, Kept deadlock);

  /// How many are kept.
  int count(String instanceId);

  /// The newest first.
  List<Kept> newest(String instanceId, int limit);
}
