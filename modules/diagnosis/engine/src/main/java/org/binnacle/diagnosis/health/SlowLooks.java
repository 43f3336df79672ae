package org.binnacle.diagnosis.health;

import org.binnacle.kernel.Severity;

/// Our own looks are slow, or so slow that we look less often.
final class SlowLooks implements Term {
  @Override
  public String id() {
    return "slow-looks";
  }

  @Override
  public Points points() {
    return new Points(0, 25, 70);
  }

  @Override
  public Reading read(Checkup now) {
    if (now.fault().isPresent()) {
      return Misses.slow(now.fault().get())
          ? Reading.of(Severity.CRITICAL, "our look took over a second and was ended")
          : Reading.FINE;
    }
    return now.fresh().map(vitals -> of(vitals, now)).orElse(Reading.FINE);
  }

  private static Reading of(Vitals vitals, Checkup now) {
    long ms = vitals.took().toMillis();
    if (vitals.throttled()) {
      return Reading.of(Severity.CRITICAL, "monitor throttled: our looks take " + ms + " ms");
    }
    double usual = now.usual().tookMs();
    return ms > usual + now.limits().slowMs()
        ? Reading.of(
                Severity.WARNING, () -> "our look took %d ms, %.0f is usual".formatted(ms, usual))
            .after(now.limits().settle())
        : Reading.FINE;
  }
}
