package org.binnacle.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.diagnosis.health.Health;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.inventory.view.Mark;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
class MarksTest {
  private final UUID a = UUID.randomUUID();
  private final UUID b = UUID.randomUUID();
  private final Marks marks = new Marks();

  private static Beat beat(UUID id, Severity severity) {
    var ref = new InstanceRef(id.toString(), "x", "x", "test", "grey", Safety.RELAXED, "");
    return new Beat(
        ref,
        Optional.empty(),
        new Health(severity, 0, List.of()),
        Optional.empty(),
        1,
        "",
        Duration.ofSeconds(5));
  }

  @Test
  void onlyChangesMakeAnotherMap() {
    Map<UUID, Mark> first =
        marks.of(FleetState.of(List.of(beat(a, Severity.OK), beat(b, Severity.WARNING))));
    assertThat(first).containsOnlyKeys(a, b);
    assertThat(marks.of(FleetState.of(List.of(beat(a, Severity.OK), beat(b, Severity.WARNING)))))
        .isSameAs(first);
    Map<UUID, Mark> worse =
        marks.of(FleetState.of(List.of(beat(a, Severity.CRITICAL), beat(b, Severity.WARNING))));
    assertThat(worse.get(a).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(worse.get(b)).isEqualTo(first.get(b));
  }

  @Test
  void whatLeftTheFleetHasNoMark() {
    Map<UUID, Mark> both =
        marks.of(FleetState.of(List.of(beat(a, Severity.OK), beat(b, Severity.OK))));
    assertThat(both).hasSize(2);
    assertThat(marks.of(FleetState.of(List.of(beat(b, Severity.OK))))).containsOnlyKeys(b);
    UUID c = UUID.randomUUID();
    assertThat(marks.of(FleetState.of(List.of(beat(c, Severity.OK))))).containsOnlyKeys(c);
  }
}
