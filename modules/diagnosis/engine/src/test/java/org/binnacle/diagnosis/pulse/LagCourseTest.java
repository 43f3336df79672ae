package org.binnacle.diagnosis.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.binnacle.mysql.pulse.Pulse;
import org.junit.jupiter.api.Test;

class LagCourseTest {
  private final LagCourse course = new LagCourse();

  private static Pulse.Channel channel(String name, long lagS) {
    return new Pulse.Channel(
        name,
        "h",
        3306,
        true,
        true,
        lagS < 0 ? OptionalLong.empty() : OptionalLong.of(lagS),
        "",
        0);
  }

  private long after(long... lags) {
    for (long lag : lags) {
      course.note(List.of(channel("", lag), channel("steady", 4)));
    }
    assertThat(course.roseS("steady")).isZero();
    return course.roseS("");
  }

  @Test
  void itRisesOnlyWhereItRoseInEachOfThreeLooks() {
    assertThat(after(0)).isZero();
    assertThat(after(5)).isZero();
    assertThat(after(9)).as("two").isZero();
    assertThat(after(14)).as("three").isEqualTo(14);
    assertThat(after(20)).as("the last three").isEqualTo(15);
    assertThat(after(20)).as("it stands").isZero();
    assertThat(after(21, 22)).isZero();
    assertThat(after(23)).isEqualTo(3);
    assertThat(after(3)).as("it fell").isZero();
  }

  @Test
  void aChannelThatKnowsNoLagBeginsAnew() {
    assertThat(after(0, 5, 9, 14)).isEqualTo(14);
    assertThat(after(-1)).isZero();
    assertThat(after(20, 25, 30)).isZero();
    assertThat(after(35)).isEqualTo(15);
    course.note(List.of());
    assertThat(course.roseS("")).isZero();
  }
}
