package org.binnacle.diagnosis.deadlock;

import java.time.Instant;
import java.util.List;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.kernel.InstanceRef;

/// What is known of the deadlocks of one instance.
///
/// @param counted since the server's counter began; -1 where it does not tell
/// @param deadlocks those kept, newest first
public record DeadlockScene(
    InstanceRef instance, long counted, List<Seen> deadlocks, List<Denied> denied) {

  /// @param seenAt when we read it
  public record Seen(InstanceRef instance, Instant seenAt, Deadlock deadlock) {}

  public DeadlockScene {
    deadlocks = List.copyOf(deadlocks);
    denied = List.copyOf(denied);
  }
}
