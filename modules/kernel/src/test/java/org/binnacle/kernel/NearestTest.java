package org.binnacle.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> WORDS = List.of("sessions", "fleet", "user", "host", "KILL");

  @ParameterizedTest
  @CsvSource({
    "sesions, sessions",
    "sessoins, sessions",
    "sess, sessions",
    "uesr, user",
    "Kil, KILL",
    "hots, host",
    "elephant,",
    "x,"
  })
  void aSlipFindsTheWordMeant(String typed, String meant) {
    assertThat(Nearest.to(typed, WORDS).orElse(null)).isEqualTo(meant);
  }

  @Test
  void nothingIsNearALongText() {
    assertThat(Nearest.to("a".repeat(65), List.of("a".repeat(66)))).isEmpty();
  }
}
