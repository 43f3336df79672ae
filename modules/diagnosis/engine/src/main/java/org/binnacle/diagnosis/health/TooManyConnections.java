package org.binnacle.diagnosis.health;

import org.binnacle.diagnosis.session.Load;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;

/// Connections against max_connections; a refusal (1040) of us or of others is critical.
final class TooManyConnections implements Term {
  @Override
  public String id() {
    return "connections";
  }

  @Override
  public Points points() {
    return new Points(0, 45, 95);
  }

  @Override
  public Reading read(Checkup now) {
    if (now.fault().isPresent()) {
      Fault fault = now.fault().get();
      return Misses.full(fault)
          ? Reading.of(Severity.CRITICAL, "too many connections: refused (1040)")
          : Reading.FINE;
    }
    return now.fresh().map(vitals -> of(vitals, now)).orElse(Reading.FINE);
  }

  private static Reading of(Vitals vitals, Checkup now) {
    Load load = vitals.load();
    double refused = vitals.rates().refusedPerS();
    if (refused > 0) {
      return Reading.of(
          Severity.CRITICAL,
          "connections %,d of %,d, others are refused".formatted(load.connected(), load.max()));
    }
    double fill = load.max() <= 0 ? 0 : (double) load.connected() / load.max();
    return Reading.of(
        now.limits().fill().of(fill, now.was()),
        () -> "connections %,d of %,d".formatted(load.connected(), load.max()));
  }
}
