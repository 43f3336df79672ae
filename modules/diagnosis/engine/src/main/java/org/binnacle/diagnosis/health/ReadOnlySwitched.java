package org.binnacle.diagnosis.health;

import org.binnacle.kernel.Severity;

/// read_only was switched while we looked on.
final class ReadOnlySwitched implements Term {
  @Override
  public String id() {
    return "read-only";
  }

  @Override
  public Points points() {
    return new Points(5, 20, 20);
  }

  @Override
  public Reading read(Checkup now) {
    return now.fresh()
        .flatMap(vitals -> vitals.events().readOnly())
        .filter(at -> at.isAfter(now.now().minus(now.limits().badge())))
        .map(at -> Reading.of(Severity.NOTICE, "read_only was switched"))
        .orElse(Reading.FINE);
  }
}
