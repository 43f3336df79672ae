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
        .map(Vitals::events)
        .filter(
            events ->
                events
                    .variables()
                    .filter(at -> at.isAfter(now.now().minus(now.limits().badge())))
                    .isPresent())
        .map(
            events ->
                Reading.of(
                    Severity.NOTICE,
                    events.changed().isEmpty() ? "a global variable changed" : events.changed()))
        .orElse(Reading.FINE);
  }
}
