package org.binnacle.diagnosis.health;

import org.binnacle.kernel.Severity;

/// A global variable changed while we looked on.
final class VariableChanged implements Term {
  @Override
  public String id() {
    return "variables";
  }

  @Override
  public Points points() {
    return new Points(5, 20, 20);
  }

  @Override
  public Reading read(Checkup now) {
    return now.fresh()
        .flatMap(vitals -> vitals.events().variables())
        .filter(at -> at.isAfter(now.now().minus(now.limits().badge())))
        .map(at -> Reading.of(Severity.NOTICE, "a global variable changed"))
        .orElse(Reading.FINE);
  }
}
