package org.binnacle.diagnosis.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;

class UntilTest {
  private static final Instant NOW = Instant.parse("2026-01-05T12:08:00Z");

  private static Finding finding(int minutes, boolean maintained) {
    return new Finding(
        "lock-waits",
        Severity.WARNING,
        20,
        "3 wait",
        NOW,
        minutes == 0 ? Optional.empty() : Optional.of(NOW.plus(Duration.ofMinutes(minutes))),
        maintained);
  }

  @Test
  void itIsToldWhatItIsAndUntilWhen() {
    assertThat(finding(0, false).silence(NOW, ZoneOffset.UTC)).isEmpty();
    assertThat(finding(120, false).silence(NOW, ZoneOffset.UTC))
        .isEqualTo("acknowledged until 14:08");
    assertThat(finding(120, true).silence(NOW, ZoneOffset.UTC))
        .isEqualTo("maintenance until 14:08");
  }

  @Test
  void whatIsADayAwayOrMoreHasItsDay() {
    assertThat(finding(22 * 60, false).silence(NOW, ZoneOffset.UTC))
        .isEqualTo("acknowledged until 10:08");
    assertThat(finding(3 * 24 * 60, false).silence(NOW, ZoneOffset.UTC))
        .isEqualTo("acknowledged until 8 Jan 12:08");
  }

  @Test
  void ofSeveralTheFirstThatCountsAgainIsTold() {
    assertThat(Until.words(List.of(finding(0, false)), NOW, ZoneOffset.UTC)).isEmpty();
    assertThat(
            Until.words(
                List.of(finding(120, false), finding(0, false), finding(60, false)),
                NOW,
                ZoneOffset.UTC))
        .isEqualTo("2 acknowledged until 13:08");
    assertThat(Until.words(List.of(finding(60, true)), NOW, ZoneOffset.UTC))
        .isEqualTo("maintenance until 13:08");
  }
}
