package org.binnacle.mysql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.binnacle.kernel.Fault;

/// How the monitoring connection of an instance does.
public sealed interface Health {

  /// Nobody has asked for it yet.
  record Unknown() implements Health {}

  /// It answers.
  ///
  /// @param throttled the breaker has stretched the interval since answers were slow
  record Up(Instant since, Duration lastTick, boolean throttled, ServerFacts facts, String flavour)
      implements Health {}

  /// It does not answer.
  ///
  /// @param retryAt when the next attempt is allowed
  record Down(Instant since, Fault fault, int failures, Optional<Instant> retryAt)
      implements Health {}
}
