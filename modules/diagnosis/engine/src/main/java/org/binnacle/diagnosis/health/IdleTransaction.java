package org.binnacle.diagnosis.health;

import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.Severity;

/// A session that sleeps in an open transaction; critical sooner where it is the one that others
/// wait for.
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
    return now.fresh().flatMap(Vitals::open).map(open -> of(open, now)).orElse(Reading.FINE);
  }

  private static Reading of(Vitals.Open open, Checkup now) {
    Reading old =
        Reading.of(
            now.limits().idleTrxS().of(open.idleS(), now.was()),
            () -> words(open.idleS(), open.idleId(), open.idleUser()));
    return open.blocker().map(one -> Reading.worse(old, of(one, now))).orElse(old);
  }

  /// That somebody waits is no proof that it is this one; the server has told who waits for whom.
  private static Reading of(Vitals.Blocker blocker, Checkup now) {
    double from = now.limits().idleTrxS().warning();
    return Reading.of(
        blocker.ageS() >= from ? Severity.CRITICAL : Severity.OK,
        () ->
            words(blocker.ageS(), blocker.id(), blocker.user())
                + (blocker.many() == 1 ? "; 1 waits for it" : "; %,d wait for it")
                    .formatted(blocker.many()));
  }

  private static String words(long ageS, long id, String user) {
    return "idle in transaction %s: #%d of %s"
        .formatted(Span.wholeSeconds(Math.max(0, ageS) * 1_000_000), id, user);
  }
}
