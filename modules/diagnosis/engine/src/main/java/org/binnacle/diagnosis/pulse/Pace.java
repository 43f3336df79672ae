package org.binnacle.diagnosis.pulse;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.binnacle.diagnosis.watch.Stride;
import org.binnacle.mysql.pulse.PulsePart;

/// How often one instance is asked, and for what. Not for several threads.
final class Pace {
  static final Duration FOCUS = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Duration usual;
  private final Stride stride = new Stride(Stride.PULSE);
  private Duration stretched = Duration.ZERO;
  private long looks;

  Pace(Duration usual) {
    this.usual = usual;
  }

  /// Whether the next look at an instance that is opened or sick is to be timed.
  boolean timing() {
    return stride.due();
  }

  /// @param cost how long the server worked for the last look at an instance that is opened or sick
  void cost(Duration cost) {
    stride.note(cost);
  }

  /// After a look: slow ones double the interval up to a minute, until the breaker lets go.
  void looked(boolean throttled) {
    looks++;
    if (!throttled) {
      stretched = Duration.ZERO;
    } else {
      Duration from = stretched.isZero() ? usual : stretched;
      stretched = from.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : from.multipliedBy(2);
    }
  }

  /// @param focus whether it is opened or sick; such looks come less often where they cost it much
  Duration interval(boolean focus) {
    if (!stretched.isZero()) {
      return stretched;
    }
    return focus ? stride.interval(FOCUS.compareTo(usual) < 0 ? FOCUS : usual) : usual;
  }

  /// What the next look asks. A throttled instance is only asked for the light parts.
  ///
  /// @param waits whether transactions wait for row locks
  /// @param replicates whether it may have replication channels
  Set<PulsePart> parts(boolean waits, boolean replicates) {
    var parts = EnumSet.of(PulsePart.LIGHT, PulsePart.CLIENTS);
    if (!stretched.isZero()) {
      return parts;
    }
    if (looks % 3 == 0 || waits) {
      parts.add(PulsePart.TRANSACTIONS);
    }
    if (waits) {
      parts.add(PulsePart.BLOCKERS);
    }
    if (looks % 3 == 0) {
      parts.add(PulsePart.ENGINE);
    }
    if (looks % 12 == 0 || (looks % 3 == 0 && replicates)) {
      parts.add(PulsePart.REPLICATION);
    }
    if (looks % 12 == 0) {
      parts.add(PulsePart.VARIABLES);
    }
    return parts;
  }
}
