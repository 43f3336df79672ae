package org.binnacle.diagnosis.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.binnacle.mysql.pulse.PulsePart;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private final Pace pace = new Pace(Duration.ofSeconds(5));

  @Test
  void thrownBackByTheBreakerItDoublesUpToAMinuteAndComesBackAtOnce() {
    assertThat(pace.interval(false)).isEqualTo(Duration.ofSeconds(5));
    for (long expected : new long[] {10, 20, 40, 60, 60}) {
      pace.looked(true);
      assertThat(pace.interval(true)).isEqualTo(Duration.ofSeconds(expected));
      assertThat(pace.parts(true, true)).isEqualTo(Set.of(PulsePart.LIGHT, PulsePart.CLIENTS));
    }
    pace.looked(false);
    assertThat(pace.interval(false)).isEqualTo(Duration.ofSeconds(5));
    assertThat(pace.interval(true)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void theFirstLookAsksAllAndLaterOnesMostlyTheLightPart() {
    assertThat(pace.parts(false, true))
        .isEqualTo(EnumSet.complementOf(EnumSet.of(PulsePart.BLOCKERS, PulsePart.HEARTBEAT)));
    pace.looked(false);
    assertThat(pace.parts(false, true)).isEqualTo(Set.of(PulsePart.LIGHT, PulsePart.CLIENTS));
    assertThat(pace.parts(true, true)).contains(PulsePart.TRANSACTIONS, PulsePart.BLOCKERS);
    pace.looked(false);
    pace.looked(false);
    assertThat(pace.parts(false, true))
        .isEqualTo(
            Set.of(
                PulsePart.LIGHT,
                PulsePart.CLIENTS,
                PulsePart.TRANSACTIONS,
                PulsePart.ENGINE,
                PulsePart.REPLICATION));
    assertThat(pace.parts(false, false)).doesNotContain(PulsePart.REPLICATION);
  }

  @Test
  void whatLooksCostTheServerStretchesTheCloseOnesAndNotTheUsualOnes() {
    for (int look = 0; look < 5; look++) {
      pace.cost(Duration.ofMillis(7));
    }
    assertThat(pace.interval(true)).isEqualTo(Duration.ofSeconds(2));
    assertThat(pace.interval(false)).isEqualTo(Duration.ofSeconds(5));
    for (int look = 0; look < 3; look++) {
      pace.cost(Duration.ofMillis(1));
    }
    assertThat(pace.interval(true)).isEqualTo(Duration.ofSeconds(1));
  }
}
