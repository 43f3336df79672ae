package org.binnacle.diagnosis.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;

final class BoardFieldTest {
  private static final Beat BEAT = Beats.of("a", Severity.OK, 0);

  @Test
  void figuresAreStaleWhenTheyAreOlderThanThreeIntervals() {
    Instant at = BEAT.at().orElseThrow();
    assertThat(BEAT.interval()).hasSeconds(5);
    assertThat(BoardField.stale(BEAT, at.plusSeconds(16))).isFalse();
    assertThat(BoardField.stale(BEAT, at.plusSeconds(17))).isTrue();
  }
}
