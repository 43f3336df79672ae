package org.binnacle.mysql.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private final Breaker breaker = new Breaker();

  private boolean after(long... millis) {
    for (long each : millis) {
      breaker.tick(Duration.ofMillis(each));
    }
    return breaker.throttled();
  }

  @Test
  void oneSlowTickIsForgiven() {
    assertThat(after(2, 2, 900, 2, 900, 2)).isFalse();
  }

  @Test
  void twoSlowTicksThrottleAndThreeCleanOnesSetFree() {
    assertThat(after(2, 501, 502)).isTrue();
    assertThat(after(2, 2)).isTrue();
    assertThat(after(2)).isFalse();
  }

  @Test
  void aSlowTickBetweenCleanOnesKeepsItThrottled() {
    assertThat(after(600, 600, 2, 2, 600, 2, 2)).isTrue();
    assertThat(after(2)).isFalse();
  }

  @Test
  void fiveTimesTheOwnMedianIsSlow() {
    assertThat(after(30, 30, 30, 30, 30, 160, 160)).isTrue();
  }

  @Test
  void fiveTimesOfNextToNothingIsNoise() {
    assertThat(after(1, 1, 1, 1, 1, 40, 40, 90, 90)).isFalse();
  }

  @Test
  void aServerThatIsSlowForLongDoesNotExcuseItself() {
    after(50, 50, 50, 50, 50, 50);
    for (int i = 0; i < 100; i++) {
      assertThat(after(400, 400)).isTrue();
    }
  }
}
