package org.binnacle.diagnosis.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.health.Health;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;

final class FleetStateTest {
  private static Beat beat(String name, Severity severity, int score) {
    var ref = new InstanceRef(name, name, name, "test", "grey", Safety.RELAXED, "");
    return new Beat(
        ref,
        Optional.empty(),
        new Health(severity, score, List.of()),
        Optional.empty(),
        1,
        "",
        Duration.ofSeconds(5));
  }

  private final Roll.Cell a = new Roll.Cell(beat("a", Severity.OK, 0));
  private final Roll.Cell b = new Roll.Cell(beat("b", Severity.OK, 0));
  private final Roll roll = Roll.of(List.of(a, b));

  @Test
  void onlyWhatWasLookedAtIsNew() {
    FleetState first = roll.state();
    assertThat(first.since(FleetState.EMPTY)).hasSize(2);
    assertThat(roll.state().since(first)).isEmpty();
    Beat newer = beat("b", Severity.OK, 0);
    b.put(newer);
    assertThat(roll.state().since(first)).containsExactly(newer);
  }

  @Test
  void inAnotherFleetAllIsNew() {
    FleetState first = roll.state();
    assertThat(Roll.of(List.of(a, b)).state().since(first)).hasSize(2);
    assertThat(FleetState.of(first.beats()).since(first)).hasSize(2);
  }

  @Test
  void asBadMeansTheSameSeverities() {
    FleetState first = roll.state();
    b.put(beat("b", Severity.OK, 7));
    assertThat(roll.state().asBad(first)).isTrue();
    b.put(beat("b", Severity.WARNING, 7));
    assertThat(roll.state().asBad(first)).isFalse();
    assertThat(first.asBad(FleetState.EMPTY)).isFalse();
    var c = new Roll.Cell(beat("c", Severity.OK, 0));
    assertThat(Roll.of(List.of(a, c)).state().asBad(first)).as("another instance").isFalse();
    assertThat(Roll.of(List.of(a)).state().asBad(first)).as("one less").isFalse();
  }
}
