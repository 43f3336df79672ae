package org.binnacle.diagnosis.health;

import org.binnacle.kernel.Severity;

/// Fewer statements get done while more are at work: the server stands still.
final class Stall implements Term {
  private static final double LEAST_QPS = 5;

  @Override
  public String id() {
    return "stall";
  }

  @Override
  public Points points() {
    return new Points(0, 0, 94);
  }

  @Override
  public Reading read(Checkup now) {
    return now.fresh().map(vitals -> of(vitals, now)).orElse(Reading.FINE);
  }

  private static Reading of(Vitals vitals, Checkup now) {
    double usual = now.usual().qps();
    double qps = vitals.rates().qps();
    double usuallyActive = now.usual().active(now.limits().usualUnknown());
    boolean stalls =
        usual >= LEAST_QPS
            && qps < now.limits().stall() * usual
            && vitals.active() > Math.max(4, 1.5 * usuallyActive);
    return stalls
        ? Reading.of(
            Severity.CRITICAL,
            "stall: %.0f queries/s, %.0f is usual, %,d active"
                .formatted(qps, usual, vitals.active()))
        : Reading.FINE;
  }
}
