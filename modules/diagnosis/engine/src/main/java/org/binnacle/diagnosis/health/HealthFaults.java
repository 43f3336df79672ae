package org.binnacle.diagnosis.health;

import org.binnacle.kernel.FaultCode;

/// What is wrong with what a user has set; words in `messages/board.properties`.
public final class HealthFaults {
  /// The text of thresholds is not understood.
  public static final FaultCode THRESHOLDS = FaultCode.usage("board.thresholds");

  /// The text of heartbeat tables is not understood.
  public static final FaultCode HEARTBEAT = FaultCode.usage("board.heartbeat");

  private HealthFaults() {}
}
