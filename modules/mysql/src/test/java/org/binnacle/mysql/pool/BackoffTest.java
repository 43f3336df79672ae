package org.binnacle.mysql.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void waitsDoubleFromOneSecondToSixty() {
    var middle = new Backoff(() -> 0.5);
    assertThat(IntStream.rangeClosed(1, 9).mapToObj(middle::after).map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void jitterIsAFifthEitherWay() {
    assertThat(new Backoff(() -> 0).after(7)).isEqualTo(Duration.ofSeconds(48));
    assertThat(new Backoff(() -> 1).after(7)).isEqualTo(Duration.ofSeconds(72));
    assertThat(new Backoff(() -> 0).after(1_000_000)).isEqualTo(Duration.ofSeconds(48));
  }
}
