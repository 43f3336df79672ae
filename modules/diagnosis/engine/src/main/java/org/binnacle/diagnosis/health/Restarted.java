package org.binnacle.diagnosis.health;

import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.Severity;

/// The server has started a short while ago; a warning where it was up when we looked before.
final class Restarted implements Term {
  @Override
  public String id() {
    return "restart";
  }

  @Override
  public Points points() {
    return new Points(3, 25, 25);
  }

  @Override
  public Reading read(Checkup now) {
    return now.fresh().map(vitals -> of(vitals, now)).orElse(Reading.FINE);
  }

  private static Reading of(Vitals vitals, Checkup now) {
    long upS = vitals.uptime().toSeconds();
    if (upS < 0 || upS >= now.limits().badge().toSeconds()) {
      return Reading.FINE;
    }
    return Reading.of(
        vitals.events().restart().isPresent() ? Severity.WARNING : Severity.NOTICE,
        () -> "started " + ago(upS) + " ago");
  }

  /// Seconds would be other words at each look.
  private static String ago(long upS) {
    return upS < 120 ? Span.wholeSeconds(upS * 1_000_000) : upS / 60 + " min";
  }
}
