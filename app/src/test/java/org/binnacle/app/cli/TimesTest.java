package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "30s, 2026-11-20T11:59:30Z",
    "15m, 2026-11-20T11:45:00Z",
    "12h, 2026-11-20T00:00:00Z",
    "7d, 2026-11-13T12:00:00Z",
    "2026-11-19, 2026-11-18T23:00:00Z",
    "2026-11-19T08:15, 2026-11-19T07:15:00Z",
    "2026-11-19T08:15:00Z, 2026-11-19T08:15:00Z"
  })
  void readsWhatPeopleType(String text, Instant expected) {
    assertThat(Times.since(text, NOW, ZoneId.of("Europe/Paris"))).isEqualTo(expected);
  }
}
