package org.binnacle.diagnosis.health;

import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.Severity;

/// Transactions that wait for row locks.
final class LockWaits implements Term {
  @Override
  public String id() {
    return "lock-waits";
  }

  @Override
  public Points points() {
    return new Points(0, 40, 90);
  }

  @Override
  public Reading read(Checkup now) {
    return now.fresh().map(vitals -> of(vitals, now)).orElse(Reading.FINE);
  }

  private static Reading of(Vitals vitals, Checkup now) {
    long waits = vitals.lockWaits();
    if (waits <= 0) {
      return Reading.FINE;
    }
    long oldestS = vitals.open().map(Vitals.Open::waitS).orElse(-1L);
    Severity level = now.limits().lockWaits().of(waits, now.was());
    if (oldestS > now.limits().oldestLockWaitS()) {
      level = Severity.CRITICAL;
    }
    Reading reading = Reading.of(level, () -> words(vitals, waits, oldestS));
    return level == Severity.WARNING ? reading.after(now.limits().settle()) : reading;
  }

  private static String words(Vitals vitals, long waits, long oldestS) {
    var words =
        new StringBuilder("lock pile: ").append(waits).append(waits == 1 ? " waits" : " wait");
    if (oldestS > 0) {
      words.append(", oldest ").append(Span.wholeSeconds(oldestS * 1_000_000));
    }
    vitals
        .open()
        .filter(open -> open.idleS() >= 0)
        .ifPresent(
            open ->
                words
                    .append("; #")
                    .append(open.idleId())
                    .append(" idle in trx ")
                    .append(Span.wholeSeconds(open.idleS() * 1_000_000)));
    return words.toString();
  }
}
