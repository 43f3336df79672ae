package org.binnacle.diagnosis.kill;

import org.binnacle.kernel.FaultCode;

/// Why nothing was killed; words in `messages/kill.properties`.
public final class KillFaults {
  /// The instance asks for its name to be typed, and it was not.
  public static final FaultCode NOT_CONFIRMED = FaultCode.refused("kill.not-confirmed");

  /// Nothing is left that may be killed.
  public static final FaultCode NO_VICTIM = FaultCode.refused("kill.no-victim");

  private KillFaults() {}
}
