package org.binnacle.diagnosis.health;

import org.binnacle.kernel.Severity;

/// From which value on something is a warning, and from which it is critical. A level once reached
/// is left only a tenth below its threshold, so that a value on the edge does not flap.
public record Limit(double warning, double critical) {
  private static final double SLACK = 0.9;

  /// @param was the level that holds now
  public Severity of(double value, Severity was) {
    if (value >= critical * (was == Severity.CRITICAL ? SLACK : 1)) {
      return Severity.CRITICAL;
    }
    boolean worse = was == Severity.CRITICAL || was == Severity.WARNING;
    return value >= warning * (worse ? SLACK : 1) ? Severity.WARNING : Severity.OK;
  }
}
