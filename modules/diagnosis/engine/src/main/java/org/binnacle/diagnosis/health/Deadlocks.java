package org.binnacle.diagnosis.health;

import org.binnacle.kernel.Severity;

/// Transactions were rolled back by a deadlock.
final class Deadlocks implements Term {
  @Override
  public String id() {
    return "deadlocks";
  }

  @Override
  public Points points() {
    return new Points(5, 20, 20);
  }

  @Override
  public Reading read(Checkup now) {
    return now.fresh()
        .flatMap(vitals -> vitals.events().deadlock())
        .filter(at -> at.isAfter(now.now().minus(now.limits().badge())))
        .map(at -> Reading.of(Severity.NOTICE, "deadlocks in the last minutes"))
        .orElse(Reading.FINE);
  }
}
