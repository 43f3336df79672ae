package org.binnacle.diagnosis.kill;

import org.binnacle.kernel.FaultCode;

/// Why nothing was killed; words in `messages/kill.properties`.
public final class KillFaults {
  /// The instance asks for its name to be typed, and it was not.
  public static final FaultCode NOT_CONFIRMED = FaultCode.refused("kill.not-confirmed");

  /// The preview is too old to be acted upon.
  public static final FaultCode PREVIEW_EXPIRED = FaultCode.refused("kill.preview-expired");

  /// Nothing is left that may be killed.
  public static final FaultCode NO_VICTIM = FaultCode.refused("kill.no-victim");

  /// The text of a rule is no rule.
  public static final FaultCode RULE = FaultCode.usage("kill.rule");

  /// A saved rule is older than it may be.
  public static final FaultCode RULE_EXPIRED = FaultCode.refused("kill.rule-expired");

  /// A file that should hold sessions does not.
  public static final FaultCode SNAPSHOT = FaultCode.usage("kill.snapshot");

  /// The root of the blocking tree has no connection, so KILL can't reach it.
  public static final FaultCode NO_CONNECTION = FaultCode.refused("kill.no-connection");

  private KillFaults() {}
}
