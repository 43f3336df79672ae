package org.binnacle.diagnosis.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.health.Health;
import org.binnacle.diagnosis.health.Signs;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.incident.report.IncidentJson;
import org.binnacle.diagnosis.incident.report.Mask;
import org.binnacle.diagnosis.incident.report.Masking;
import org.binnacle.diagnosis.incident.rule.Rules;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.trend.LastMinutes;
import org.binnacle.diagnosis.trend.Metric;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.ConnectFaults;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
class RingPartTest {
  private static final InstanceRef SHOP =
      new InstanceRef("1", "shop-1", "db1:3306", "", "grey", Safety.RELAXED, "shop");

  private static Beat beat(Optional<Vitals> vitals, Optional<Fault> fault) {
    return new Beat(SHOP, vitals, Health.UNKNOWN, fault, 1, "", Duration.ofSeconds(5));
  }

  /// A quarter of an hour of looks each five seconds, the last minute a pile, then nobody answers.
  private static LastMinutes quarter() {
    var minutes = new LastMinutes();
    for (int second = 0; second < 900; second += 5) {
      boolean pile = second >= 840;
      var signs = new Signs().at(second).active(pile ? 41 : 3);
      Vitals vitals =
          (pile
                  ? signs.busy("updating", 41).running("anna", 372, "UPDATE stock SET qty=4711")
                  : signs.busy("Sending data", 3))
              .vitals();
      minutes.note(beat(Optional.of(vitals), Optional.empty()), Signs.START.plusSeconds(second));
    }
    minutes.note(
        beat(Optional.empty(), Optional.of(new Fault(ConnectFaults.TIMEOUT, "no answer"))),
        Signs.START.plusSeconds(900));
    return minutes;
  }

  private static Recorded recorded() {
    Part part = RingPart.of(quarter().of("1").orElseThrow());
    return new Recorded(SHOP, "8.0.33", "MySQL 8.0", List.of(part));
  }

  private static Incident incident() {
    return new Incident(
        "7e6a9df2-4d5a-4a5e-9d4e-0f8f6f0d1c2b",
        Instant.parse("2026-01-05T10:15:00Z"),
        Duration.ofSeconds(3),
        "shop-1",
        "by hand",
        "",
        false,
        List.of(recorded()),
        Rules.look(recorded()));
  }

  @Test
  void tenMinutesAreKeptAndNoMore() {
    LastMinutes.Past past = quarter().of("1").orElseThrow();
    assertThat(past.moments().getFirst().at()).isEqualTo(Signs.START.plusSeconds(300));
    assertThat(past.moments()).hasSize(121);
    assertThat(past.moments().getLast().fault()).isEqualTo("connect.timeout");
    // One each ten seconds.
    assertThat(past.scenes()).hasSize(60);
    assertThat(quarter().of("2")).isEmpty();
  }

  @Test
  void whatWasSeenIsReadBackSecondBySecond() {
    Incident back = IncidentJson.read(IncidentJson.write(incident()));
    var figures = RingPart.figures(back.recorded().getFirst()).orElseThrow();
    double[] active = figures.of(Metric.ACTIVE);
    assertThat(figures.from()).isEqualTo(Signs.START.plusSeconds(300));
    assertThat(active).hasSize(601);
    assertThat(active[0]).isEqualTo(3);
    assertThat(active[538]).isEqualTo(3);
    assertThat(active[540]).isEqualTo(41);
    assertThat(active[599]).isEqualTo(41);
    // Nobody answered: a gap, never a nought.
    assertThat(active[600]).isNaN();
    assertThat(RingPart.words(back.recorded().getFirst()).getFirst())
        .contains("41 updating")
        .contains("anna 372 s UPDATE stock");
  }

  @Test
  void anInstanceThatDoesNotAnswerIsStillSaidToBeOutOfReach() {
    var dead =
        recorded()
            .after(
                Optional.of(
                    new Part(
                        "sessions",
                        1,
                        Part.Status.FAILED,
                        "refused",
                        1,
                        0,
                        java.util.Map.of(),
                        java.util.Map.of())));
    assertThat(Rules.look(dead)).anyMatch(finding -> finding.rule().equals("reach.none"));
  }

  @Test
  void masksReachTheTenMinutesToo() {
    String text = IncidentJson.write(Masking.of(incident(), Mask.ALL));
    assertThat(text).contains("updating").doesNotContain("4711").doesNotContain("anna");
  }
}
