package org.binnacle.diagnosis.kill;

import java.time.Duration;
import org.binnacle.kernel.InstanceRef;

/// What has just happened in a run.
public sealed interface KillStep {
  InstanceRef instance();

  Victim victim();

  /// The run waits before it looks at this victim, which may still end by itself.
  record Waiting(InstanceRef instance, Victim victim, Duration left) implements KillStep {}

  /// The server took the KILL; whether the victim ends is looked at.
  record Sent(InstanceRef instance, Victim victim) implements KillStep {}

  /// It is known what came of it.
  record Came(InstanceRef instance, Victim victim, KillResult result) implements KillStep {}
}
