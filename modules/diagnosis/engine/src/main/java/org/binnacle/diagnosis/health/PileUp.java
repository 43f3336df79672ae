package org.binnacle.diagnosis.health;

import org.binnacle.kernel.Severity;

/// Many more active sessions than are usual here.
final class PileUp implements Term {
  @Override
  public String id() {
    return "pile-up";
  }

  @Override
  public Points points() {
    return new Points(0, 40, 85);
  }

  @Override
  public Reading read(Checkup now) {
    return now.fresh().map(vitals -> of(vitals, now)).orElse(Reading.FINE);
  }

  private static Reading of(Vitals vitals, Checkup now) {
    Thresholds limits = now.limits();
    double usual = now.usual().active(limits.usualUnknown());
    Severity by = limits.pileUp().of(vitals.active() / usual, now.was());
    Severity by2 = limits.pileUpLeast().of(vitals.active(), now.was());
    // Both must hold, so the milder of the two.
    Severity level = by.compareTo(by2) > 0 ? by : by2;
    return Reading.of(
        level, () -> "%,d active, %.0f is usual".formatted(vitals.active(), Math.max(1, usual)));
  }
}
