package org.binnacle.diagnosis.health;

import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.Severity;

/// A session that sleeps in an open transaction; critical where others wait for row locks
/// meanwhile.
final class IdleTransaction implements Term {
  @Override
  public String id() {
    return "idle-transaction";
  }

  @Override
  public Points points() {
    return new Points(0, 30, 72);
  }

  @Override
  public Reading read(Checkup now) {
    return now.fresh()
        .flatMap(vitals -> vitals.open().map(open -> of(vitals, open, now)))
        .orElse(Reading.FINE);
  }

  private static Reading of(Vitals vitals, Vitals.Open open, Checkup now) {
    Severity level = now.limits().idleTrxS().of(open.idleS(), now.was());
    if (level == Severity.WARNING && vitals.lockWaits() > 0) {
      level = Severity.CRITICAL;
    }
    return Reading.of(
        level,
        () ->
            "idle in transaction %s: #%d of %s"
                .formatted(
                    Span.wholeSeconds(Math.max(0, open.idleS()) * 1_000_000),
                    open.idleId(),
                    open.idleUser()));
  }
}
