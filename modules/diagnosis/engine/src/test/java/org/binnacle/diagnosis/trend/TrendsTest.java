package org.binnacle.diagnosis.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.binnacle.diagnosis.health.Health;
import org.binnacle.diagnosis.health.Signs;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;

final class TrendsTest {
  private static final InstanceRef REF =
      new InstanceRef("a", "a", "a:3306", "", "grey", Safety.RELAXED, "");
  private Instant now = Signs.START;
  private final Memory store = new Memory();

  private static final class Memory implements TrendStore {
    private final Map<Long, Block> blocks = new TreeMap<>();

    @Override
    public void keep(List<Block> kept) {
      kept.forEach(block -> blocks.put(block.hour(), block));
    }

    @Override
    public List<Block> find(String instanceId, long from, long to) {
      return blocks.values().stream()
          .filter(block -> block.hour() >= from && block.hour() <= to)
          .toList();
    }

    @Override
    public void forget(long beforeHour) {
      blocks.keySet().removeIf(hour -> hour < beforeHour);
    }
  }

  private void look(Trends trends, long second, long active, Duration interval) {
    now = Signs.START.plusSeconds(second);
    trends.note(
        new Beat(
            REF,
            Optional.of(new Signs().at(second).active(active).vitals()),
            new Health(Severity.OK, 0, List.of()),
            Optional.empty(),
            1,
            "",
            interval));
  }

  private Series active(Trends trends, long fromS, long toS) {
    return trends
        .minutes(
            "a",
            List.of(Metric.ACTIVE),
            Signs.START.plusSeconds(fromS),
            Signs.START.plusSeconds(toS))
        .getFirst();
  }

  @Test
  void aMinuteHasItsMeanAndItsGreatestAndAMinuteWithoutLooksIsAGap() {
    try (var trends = new Trends(store, () -> now)) {
      for (int i = 0; i < 12; i++) {
        look(trends, i * 5L, i == 3 ? 50 : 2, Duration.ofSeconds(5));
      }
      look(trends, 180, 4, Duration.ofSeconds(5));
      Series series = active(trends, 0, 180);
      assertThat(series.mean()[0]).isCloseTo(6, within(0.01));
      assertThat(series.greatest()[0]).isEqualTo(50);
      assertThat(series.mean()[1]).isNaN();
      assertThat(series.mean()[3]).isEqualTo(4);
    }
  }

  @Test
  void hoursAreKeptAndReadBackAlsoAfterARestartInTheMiddleOfOne() {
    try (var trends = new Trends(store, () -> now)) {
      look(trends, 60, 7, Duration.ofSeconds(5));
      look(trends, 3_660, 9, Duration.ofSeconds(5));
    }
    try (var trends = new Trends(store, () -> now)) {
      look(trends, 3_780, 11, Duration.ofSeconds(5));
      trends.writeNow();
    }
    try (var trends = new Trends(store, () -> now)) {
      Series series = active(trends, 0, 3_900);
      assertThat(series.mean()[1]).isCloseTo(7, within(0.01));
      assertThat(series.mean()[61]).isCloseTo(9, within(0.01));
      assertThat(series.mean()[63]).isCloseTo(11, within(0.01));
      assertThat(series.mean()[62]).isNaN();
    }
  }

  @Test
  void secondsAreKeptForWhatIsLookedAtEachSecondAndOnlyForTenMinutes() {
    try (var trends = new Trends(store, () -> now)) {
      look(trends, 0, 1, Duration.ofSeconds(5));
      assertThat(trends.seconds("a", Metric.ACTIVE)).isEmpty();
      for (int i = 1; i <= 700; i++) {
        look(trends, i, i, Duration.ofSeconds(1));
      }
      Series series = trends.seconds("a", Metric.ACTIVE).orElseThrow();
      assertThat(series.mean()).hasSize(600);
      assertThat(series.mean()[599]).isEqualTo(700);
      assertThat(series.mean()[0]).isEqualTo(101);
    }
  }

  @Test
  void whatIsNoMoreLookedAtEachSecondIsForgottenAfterTenMinutes() {
    try (var trends = new Trends(store, () -> now)) {
      look(trends, 0, 1, Duration.ofSeconds(1));
      look(trends, 599, 1, Duration.ofSeconds(5));
      assertThat(trends.seconds("a", Metric.ACTIVE)).isPresent();
      look(trends, 600, 1, Duration.ofSeconds(5));
      assertThat(trends.seconds("a", Metric.ACTIVE)).isEmpty();
    }
  }

  @Test
  void aSecondWithoutALookIsNoGapAndThreeAreOne() {
    try (var trends = new Trends(store, () -> now)) {
      look(trends, 0, 5, Duration.ofSeconds(1));
      look(trends, 2, 7, Duration.ofSeconds(1));
      look(trends, 8, 9, Duration.ofSeconds(1));
      double[] values = trends.seconds("a", Metric.ACTIVE).orElseThrow().mean();
      assertThat(java.util.Arrays.copyOfRange(values, 591, 600))
          .containsExactly(5, 5, 7, 7, 7, Double.NaN, Double.NaN, Double.NaN, 9);
    }
  }

  @Test
  void whatIsOlderThanThirtyDaysGoes() {
    try (var trends = new Trends(store, () -> now)) {
      look(trends, 0, 1, Duration.ofSeconds(5));
      trends.writeNow();
      assertThat(store.blocks).hasSize(1);
      look(trends, Duration.ofDays(31).toSeconds(), 1, Duration.ofSeconds(5));
      trends.writeNow();
      assertThat(store.blocks).hasSize(1);
    }
  }

  @Test
  void packingLosesLessThanAThousandth() {
    var random = new Random(7);
    var hour = new Hour(5);
    for (int i = 0; i < hour.mean().length; i++) {
      for (int m = 0; m < Hour.MINUTES; m++) {
        boolean gap = random.nextInt(10) == 0;
        hour.mean()[i][m] = gap ? Float.NaN : (float) Math.exp(random.nextDouble() * 30);
        hour.greatest()[i][m] = gap ? Float.NaN : hour.mean()[i][m] * 1.5f;
      }
    }
    Hour back = Pack.hour(5, Pack.bytes(hour));
    for (int i = 0; i < hour.mean().length; i++) {
      for (int m = 0; m < Hour.MINUTES; m++) {
        float value = hour.mean()[i][m];
        if (Float.isNaN(value)) {
          assertThat(back.mean()[i][m]).isNaN();
        } else {
          assertThat((double) back.mean()[i][m]).isCloseTo(value, within(value * 0.001));
          assertThat((double) back.greatest()[i][m]).isCloseTo(value * 1.5, within(value * 0.0015));
        }
      }
    }
  }

  @Test
  void anHourOfAnOrdinaryServerIsAboutAKilobyte() {
    var random = new Random(7);
    var sizes = new ArrayList<Integer>();
    var hour = new Hour(5);
    for (int m = 0; m < Hour.MINUTES; m++) {
      for (int i = 0; i < hour.mean().length; i++) {
        double usual = i % 3 == 0 ? 0 : 1_000 * (i + 1);
        float mean = (float) (usual * (1 + 0.1 * random.nextGaussian()));
        hour.mean()[i][m] = mean;
        hour.greatest()[i][m] = (float) (mean * (1 + 0.2 * random.nextDouble()));
      }
    }
    sizes.add(Pack.bytes(hour).length);
    System.out.println("an hour of " + Metric.values().length + " figures: " + sizes + " bytes");
    assertThat(sizes.getFirst()).isLessThan(2_000);
  }

  @Test
  void bytesOfAnotherVersionAreAnHourWithoutValues() {
    assertThat(Pack.hour(1, new byte[] {1, 2, 3}).mean()[0]).containsOnly(Float.NaN);
  }
}
