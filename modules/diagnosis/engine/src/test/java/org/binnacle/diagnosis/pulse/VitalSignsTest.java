package org.binnacle.diagnosis.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.diagnosis.health.Role;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.mysql.pulse.Figure;
import org.binnacle.mysql.pulse.Figures;
import org.binnacle.mysql.pulse.Pulse;
import org.junit.jupiter.api.Test;

final class VitalSignsTest {
  private final VitalSigns signs = new VitalSigns();
  private final Map<Figure, Long> figures = new EnumMap<>(Figure.class);
  private Optional<Pulse.Engine> engine = Optional.empty();
  private OptionalLong variables = OptionalLong.empty();
  private Optional<List<Pulse.Channel>> channels = Optional.empty();

  private Pulse pulse() {
    return new Pulse(
        new Figures(figures),
        true,
        List.of(new Pulse.Doing("Query", "executing", 4, 2)),
        0,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        channels,
        engine,
        variables,
        OptionalLong.empty());
  }

  private Vitals at(double second) {
    return signs.take(
        new Sample(
            pulse(),
            "8.0.33",
            Instant.EPOCH.plusMillis((long) (second * 1000)),
            (long) (second * 1e9),
            Duration.ofMillis(2),
            Duration.ZERO,
            false,
            List.of(),
            ""),
        Duration.ofSeconds(5),
        "");
  }

  @Test
  void moreThanThreeIntervalsWithoutALookAreAGapAndAFewLessAreNot() {
    figures.put(Figure.UPTIME, 100L);
    figures.put(Figure.QUESTIONS, 1_000L);
    at(0);
    figures.put(Figure.UPTIME, 115L);
    figures.put(Figure.QUESTIONS, 2_500L);
    assertThat(at(15).rates().qps()).isEqualTo(100);
    figures.put(Figure.UPTIME, 3_700L);
    figures.put(Figure.QUESTIONS, 400_000L);
    assertThat(at(3_600).rates().qps()).isNaN();
    figures.put(Figure.UPTIME, 3_705L);
    figures.put(Figure.QUESTIONS, 400_500L);
    assertThat(at(3_605).rates().qps()).isEqualTo(100);
    figures.put(Figure.UPTIME, 9_000L);
    figures.put(Figure.QUESTIONS, 900_000L);
    assertThat(at(3_610).rates().qps())
        .as("our clocks stood still while the machine slept; the server's did not")
        .isNaN();
  }

  @Test
  void theFirstLookHasNoRateAndTheSecondHas() {
    figures.put(Figure.UPTIME, 100L);
    figures.put(Figure.QUESTIONS, 1_000L);
    figures.put(Figure.COM_COMMIT, 10L);
    figures.put(Figure.COM_ROLLBACK, 0L);
    assertThat(at(0).rates().qps()).isNaN();
    figures.put(Figure.UPTIME, 105L);
    figures.put(Figure.QUESTIONS, 2_000L);
    figures.put(Figure.COM_COMMIT, 60L);
    Vitals second = at(5);
    assertThat(second.rates().qps()).isEqualTo(200);
    assertThat(second.rates().tps()).isEqualTo(10);
    assertThat(second.active()).isEqualTo(4);
  }

  @Test
  void aRestartIsAGapAndAnEvent() {
    figures.put(Figure.UPTIME, 100L);
    figures.put(Figure.QUESTIONS, 1_000L);
    at(0);
    figures.put(Figure.UPTIME, 2L);
    figures.put(Figure.QUESTIONS, 5_000L);
    Vitals restarted = at(5);
    assertThat(restarted.rates().qps()).isNaN();
    assertThat(restarted.events().restart()).isPresent();
  }

  @Test
  void aCounterThatGoesBackIsAGapAndNeverNegative() {
    figures.put(Figure.UPTIME, 100L);
    figures.put(Figure.QUESTIONS, 1_000L);
    figures.put(Figure.ABORTED_CONNECTS, 5L);
    at(0);
    figures.put(Figure.UPTIME, 105L);
    figures.put(Figure.QUESTIONS, 10L);
    figures.put(Figure.ABORTED_CONNECTS, 10L);
    Vitals flushed = at(5);
    assertThat(flushed.rates().qps()).isNaN();
    assertThat(flushed.rates().abortedPerS()).isEqualTo(1);
    assertThat(flushed.events().restart()).isEmpty();
  }

  @Test
  void whatIsAskedLessOftenStaysFromItsLastLook() {
    engine = Optional.of(new Pulse.Engine(700, 3));
    channels =
        Optional.of(
            List.of(new Pulse.Channel("", "src", 3306, true, true, OptionalLong.of(7), "", 0)));
    figures.put(Figure.CHANNELS, 1L);
    at(0);
    engine = Optional.empty();
    channels = Optional.empty();
    Vitals later = at(5);
    assertThat(later.history()).hasValue(700);
    assertThat(later.lagS()).hasValue(7);
    assertThat(later.replication().role()).isEqualTo(Role.REPLICA);
    figures.put(Figure.CHANNELS, 0L);
    assertThat(at(10).lagS()).isEmpty();
  }

  @Test
  void aMariaDbReplicaWhoseApplierIsStoppedStaysAReplica() {
    channels =
        Optional.of(
            List.of(new Pulse.Channel("", "src", 3306, true, false, OptionalLong.empty(), "", 0)));
    figures.put(Figure.SLAVES_RUNNING, 0L);
    at(0);
    channels = Optional.empty();
    assertThat(at(5).replication().role()).isEqualTo(Role.REPLICA);
    assertThat(at(10).replication().channels()).hasSize(1);
    channels = Optional.of(List.of());
    assertThat(at(15).replication().role()).isEqualTo(Role.ALONE);
  }

  @Test
  void deadlocksVariablesAndReadOnlyAreEvents() {
    engine = Optional.of(new Pulse.Engine(1, 3));
    variables = OptionalLong.of(77);
    figures.put(Figure.READ_ONLY, 0L);
    assertThat(at(0).events().deadlock()).isEmpty();
    engine = Optional.of(new Pulse.Engine(1, 4));
    variables = OptionalLong.of(78);
    figures.put(Figure.READ_ONLY, 1L);
    var events = at(5).events();
    assertThat(events.deadlock()).isPresent();
    assertThat(events.variables()).isPresent();
    assertThat(events.readOnly()).isPresent();
  }

  @Test
  void cheapFiguresTellThatReplicationMoved() {
    figures.put(Figure.CHANNELS, 1L);
    figures.put(Figure.CHANNELS_OFF, 0L);
    at(0);
    assertThat(signs.replicationMoved(pulse())).isFalse();
    figures.put(Figure.CHANNELS_OFF, 1L);
    assertThat(signs.replicationMoved(pulse())).isTrue();
  }
}
