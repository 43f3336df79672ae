package org.binnacle.diagnosis.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.binnacle.testkit.MemorySettings;
import org.junit.jupiter.api.Test;

final class SilencesTest {
  private final MemorySettings settings = new MemorySettings();

  private static Clock at(long seconds) {
    return Clock.fixed(Instant.ofEpochSecond(1_000_000 + seconds), ZoneOffset.UTC);
  }

  @Test
  void aSilenceHoldsOnOneInstanceForItsTimeAndOverARestart() {
    var silences = new Silences(settings, at(0));
    silences.silence("a", "lock-waits", Duration.ofMinutes(10));
    assertThat(silences.until("a", "lock-waits")).isPresent();
    assertThat(silences.until("b", "lock-waits")).isEmpty();
    assertThat(silences.until("a", "history")).isEmpty();
    assertThat(new Silences(settings, at(599)).until("a", "lock-waits")).isPresent();
    assertThat(new Silences(settings, at(601)).until("a", "lock-waits")).isEmpty();
    assertThat(settings.under("board.silenced.")).as("what is over is forgotten").isEmpty();
  }

  @Test
  void aSilenceCanBeLifted() {
    var silences = new Silences(settings, at(0));
    silences.silence("a", "history", Duration.ofMinutes(10));
    silences.lift("a", "history");
    assertThat(silences.until("a", "history")).isEmpty();
    assertThat(new Silences(settings, at(1)).until("a", "history")).isEmpty();
  }
}
