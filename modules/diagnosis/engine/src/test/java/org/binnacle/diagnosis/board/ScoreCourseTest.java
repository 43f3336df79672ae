package org.binnacle.diagnosis.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;

final class ScoreCourseTest {
  private final ScoreCourse course = new ScoreCourse();

  private void at(long second, Beat... beats) {
    course.note(FleetState.of(List.of(beats)), Instant.ofEpochSecond(second));
  }

  private static Beat score(int score) {
    return Beats.of("a", score == 0 ? Severity.OK : Severity.WARNING, score);
  }

  @Test
  void theScoreIsComparedWithThatOfAMinuteBefore() {
    at(0, score(10));
    assertThat(course.change("a")).as("nothing to compare with").isZero();
    at(30, score(50));
    assertThat(course.change("a")).as("known for half a minute").isEqualTo(40);
    at(61, score(50));
    assertThat(course.change("a")).as("a minute before it was still 10").isEqualTo(40);
    at(80, score(38));
    assertThat(course.change("a")).isEqualTo(28);
    at(95, score(38));
    assertThat(course.change("a")).as("a minute before it was 50").isEqualTo(-12);
    at(141, score(38));
    assertThat(course.change("a")).as("unchanged for a minute").isZero();
  }

  @Test
  void withoutDataThereIsNothingToCompareWith() {
    at(0, score(80));
    at(10, Beats.of("a", Severity.UNKNOWN, 0));
    assertThat(course.change("a")).isZero();
    at(20, score(20));
    assertThat(course.change("a")).isZero();
  }

  @Test
  void whatLeftTheFleetIsForgotten() {
    at(0, score(10), Beats.of("b", Severity.OK, 0));
    at(1, score(60), Beats.of("b", Severity.OK, 0));
    at(2, Beats.of("b", Severity.OK, 0));
    assertThat(course.change("a")).isZero();
    assertThat(course.change("never seen")).isZero();
  }

  @Test
  void itIsToldByAnArrow() {
    assertThat(ScoreCourse.words(40)).isEqualTo("▲40");
    assertThat(ScoreCourse.words(-12)).isEqualTo("▼12");
    assertThat(ScoreCourse.words(0)).isEmpty();
  }
}
