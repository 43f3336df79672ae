package org.binnacle.diagnosis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StrideTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Stride stride = new Stride(0.01);

  private void looks(long... ms) {
    for (long cost : ms) {
      stride.note(Duration.ofMillis(cost));
    }
  }

  @Test
  void cheapLooksComeAsOftenAsWanted() {
    assertThat(stride.interval(SECOND)).isEqualTo(SECOND);
    looks(2, 3, 9);
    assertThat(stride.interval(SECOND)).isEqualTo(SECOND);
    assertThat(stride.interval(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void dearOnesComeLessOftenInStepsOfTenthsAndFiveSecondsAtMost() {
    looks(17, 18, 17, 19, 25);
    assertThat(stride.cost()).isEqualTo(Duration.ofMillis(18));
    assertThat(stride.interval(SECOND)).isEqualTo(Duration.ofMillis(1_800));
    stride.note(Duration.ofNanos(16_010_000));
    assertThat(stride.interval(SECOND)).isEqualTo(Duration.ofMillis(1_800));
    looks(900, 900, 900, 900, 900);
    assertThat(stride.interval(SECOND)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void oneLookThatIsUnlikeTheOthersChangesNothing() {
    looks(1, 1, 400);
    assertThat(stride.interval(SECOND)).isEqualTo(SECOND);
    looks(20, 20, 20, 20, 20);
    assertThat(stride.interval(SECOND)).isEqualTo(Duration.ofSeconds(2));
    looks(1);
    assertThat(stride.interval(SECOND)).isEqualTo(Duration.ofSeconds(2));
    looks(1, 1);
    assertThat(stride.interval(SECOND)).isEqualTo(SECOND);
  }

  @Test
  void theFirstLooksAreTimedThenEachFourth() {
    int timed = 0;
    for (int look = 0; look < 45; look++) {
      timed += stride.due() ? 1 : 0;
    }
    assertThat(timed).isEqualTo(15);
  }

  @Test
  void whileTheServerAnswersSlowlyTheWaitDoublesUpToItsBound() {
    stride.throttled(true, SECOND);
    assertThat(stride.interval(SECOND)).isEqualTo(Duration.ofSeconds(2));
    stride.throttled(true, SECOND);
    assertThat(stride.interval(SECOND)).isEqualTo(Duration.ofSeconds(4));
    for (int look = 0; look < 6; look++) {
      stride.throttled(true, SECOND);
    }
    assertThat(stride.interval(SECOND)).isEqualTo(Duration.ofSeconds(60));
    var list = new Stride(Stride.LIST, Stride.SLOWEST_LIST);
    for (int look = 0; look < 6; look++) {
      list.throttled(true, SECOND);
    }
    assertThat(list.interval(SECOND)).isEqualTo(Duration.ofSeconds(15));
    stride.throttled(false, SECOND);
    assertThat(stride.interval(SECOND)).as("the breaker has let go").isEqualTo(SECOND);
  }
}
