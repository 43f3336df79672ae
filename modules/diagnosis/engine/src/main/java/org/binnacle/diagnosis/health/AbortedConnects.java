package org.binnacle.diagnosis.health;

import org.binnacle.kernel.Severity;

/// Connects that fail again and again.
final class AbortedConnects implements Term {
  @Override
  public String id() {
    return "aborted-connects";
  }

  @Override
  public Points points() {
    return new Points(5, 20, 20);
  }

  @Override
  public Reading read(Checkup now) {
    return now.fresh()
        .map(vitals -> vitals.rates().abortedPerS())
        .filter(rate -> rate > now.limits().abortedPerS())
        .map(
            rate ->
                Reading.of(Severity.NOTICE, () -> "%.0f failed connects/s".formatted(rate))
                    .after(now.limits().settle()))
        .orElse(Reading.FINE);
  }
}
