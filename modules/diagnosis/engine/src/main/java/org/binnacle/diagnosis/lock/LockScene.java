package org.binnacle.diagnosis.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.binnacle.kernel.InstanceRef;

/// Who waits for whom on one instance at one moment.
///
/// @param at when the answer was complete, by this workstation's clock
/// @param took from asking to the complete answer
/// @param sources where it comes from, such as `data_lock_waits`
/// @param notes sentences for the user: what is inferred or cut, and why
/// @param denied what this account may not see, each with the GRANT that would allow it
public record LockScene(
    InstanceRef instance,
    Instant at,
    Duration took,
    LockTree tree,
    List<String> sources,
    List<String> notes,
    List<Denied> denied) {

  public LockScene {
    sources = List.copyOf(sources);
    notes = List.copyOf(notes);
    denied = List.copyOf(denied);
  }
}
