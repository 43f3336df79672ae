package org.binnacle.diagnosis.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.incident.step.Step;
import org.binnacle.diagnosis.incident.step.Steps;
import org.junit.jupiter.api.Test;

class UnderstoodTest {
  private static Part part(String step, int version) {
    return new Part(step, version, Part.Status.OK, "", 0, 0, Map.of(), Map.of());
  }

  @Test
  void everyShippedStepIsReadInTheVersionThatItWritesAndNotInTheNext() {
    List<Step> steps =
        Steps.shipped(Clock.systemUTC(), 3).stream().map(Steps.Turn::step).distinct().toList();
    assertThat(steps).hasSize(11);
    for (Step step : steps) {
      assertThat(Understood.is(part(step.name(), step.version()))).as(step.name()).isTrue();
      assertThat(Understood.newer(part(step.name(), step.version() + 1))).isTrue();
    }
    assertThat(Understood.is(part("a step of tomorrow", 1))).isFalse();
    assertThat(Understood.newer(part("a step of tomorrow", 1))).isFalse();
  }
}
