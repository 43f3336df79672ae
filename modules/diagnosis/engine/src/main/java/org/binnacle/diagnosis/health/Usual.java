package org.binnacle.diagnosis.health;

import java.time.Duration;
import java.time.Instant;

/// What is usual for one instance over a quarter of an hour.
final class Usual {
  private static final Duration SPAN = Duration.ofMinutes(15);
  private static final Duration ENOUGH = Duration.ofMinutes(1);

  private final Ewma active = new Ewma(SPAN, ENOUGH);
  private final Ewma qps = new Ewma(SPAN, ENOUGH);
  private final Ewma tookMs = new Ewma(SPAN, ENOUGH);

  /// @param ill whether something is wrong, which is to become usual only slowly
  void learn(Vitals vitals, boolean ill, Instant at) {
    active.add(vitals.active(), at, ill);
    qps.add(vitals.rates().qps(), at, ill);
    tookMs.add(vitals.took().toMillis(), at, ill);
  }

  double active(double or) {
    return active.warm() ? Math.max(1, active.mean()) : or;
  }

  /// NaN until enough was seen.
  double qps() {
    return qps.warm() ? qps.mean() : Double.NaN;
  }

  /// NaN until enough was seen.
  double tookMs() {
    return tookMs.warm() ? tookMs.mean() : Double.NaN;
  }
}
