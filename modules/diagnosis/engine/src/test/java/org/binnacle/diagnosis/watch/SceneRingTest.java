package org.binnacle.diagnosis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.session.Blocking;
import org.binnacle.diagnosis.session.Client;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.Load;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.diagnosis.session.Work;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"EnumOrdinal"})
class SceneRingTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
  private final Random random = new Random(7);

  private ProcessRow any(InstanceRef instance, long id) {
    return new ProcessRow(
        instance,
        id,
        id + 40,
        Kind.values()[random.nextInt(Kind.values().length)],
        "user" + random.nextInt(3),
        new Client("10.0.0." + random.nextInt(3), random.nextInt(60_000)),
        random.nextBoolean() ? "" : "prog",
        "db",
        "Query",
        random.nextBoolean() ? "Sending data" : "",
        random.nextLong(),
        "SELECT '" + "äöü€𝄞".substring(0, random.nextInt(4)) + random.nextInt(5) + "'",
        random.nextInt(9_000),
        new Work(
            random.nextLong(),
            Long.toHexString(random.nextLong()),
            -1,
            random.nextInt(5) - 1,
            random.nextInt(5),
            -1,
            -1,
            random.nextBoolean(),
            random.nextBoolean()),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(new Transaction(random.nextInt(9), 1, 2, "RUNNING")),
        new Blocking("", random.nextInt(3) - 1, "", random.nextBoolean()));
  }

  private static Look look(InstanceRef instance, Instant at, List<ProcessRow> rows) {
    var snapshot =
        new ProcessSnapshot(
            instance,
            at,
            Duration.ofMillis(3),
            rows,
            new Load(9, 2, 100),
            false,
            false,
            "P_S",
            List.of());
    return new Look(
        instance,
        Optional.of(snapshot),
        Optional.empty(),
        0,
        Optional.empty(),
        Duration.ofSeconds(1),
        5);
  }

  private static Merged scene(Instant at, List<ProcessRow> rows) {
    return Merged.of(List.of(look(Samples.SHOP, at, rows)));
  }

  @Test
  void everyLookComesBackAsItWas() {
    InstanceRef other = Samples.instance("other", Safety.RELAXED);
    var ring = new SceneRing();
    var put = new ArrayList<Merged>();
    for (int second = 0; second < 100; second++) {
      Instant at = BEGIN.plusSeconds(second);
      var here = new ArrayList<ProcessRow>();
      var there = new ArrayList<ProcessRow>();
      for (long id = second; id < second + 9; id++) {
        // Some sessions are the same for long, and ids are the same on both instances.
        here.add(id % 3 == 0 ? Samples.sleeper(id) : any(Samples.SHOP, id));
        there.add(any(other, id));
      }
      // As looks have them.
      here.sort(Comparator.comparingLong(ProcessRow::timeUs).reversed());
      there.sort(Comparator.comparingLong(ProcessRow::timeUs).reversed());
      Merged merged = Merged.of(List.of(look(Samples.SHOP, at, here), look(other, at, there)));
      put.add(merged);
      ring.put(at, merged);
    }
    assertThat(ring.times()).hasSize(100);
    for (int second : List.of(0, 1, 29, 30, 31, 59, 77, 99)) {
      var back = ring.at(BEGIN.plusSeconds(second)).orElseThrow();
      assertThat(back.at()).isEqualTo(BEGIN.plusSeconds(second));
      assertThat(back.scene()).isEqualTo(put.get(second));
    }
  }

  @Test
  void aTimeBetweenLooksShowsTheOneBeforeIt() {
    var ring = new SceneRing();
    assertThat(ring.at(BEGIN)).isEmpty();
    ring.put(BEGIN, scene(BEGIN, List.of(Samples.sleeper(1))));
    ring.put(BEGIN.plusSeconds(1), scene(BEGIN, List.of(Samples.sleeper(2))));
    assertThat(ring.at(BEGIN.plusMillis(1_400)).orElseThrow().at()).isEqualTo(BEGIN.plusSeconds(1));
    assertThat(ring.at(BEGIN.plusMillis(900)).orElseThrow().at()).isEqualTo(BEGIN);
    assertThat(ring.at(BEGIN.minusSeconds(9)).orElseThrow().at()).isEqualTo(BEGIN);
  }

  @Test
  void whatIsOlderThanTenMinutesGoesAndLooksTooCloseAreLeftOut() {
    var ring = new SceneRing();
    for (int half = 0; half < 3_000; half++) {
      Instant at = BEGIN.plusMillis(half * 400L);
      ring.put(at, scene(at, List.of(Samples.sleeper(half))));
    }
    Instant last = ring.times().getLast();
    Duration reach = Duration.between(ring.times().getFirst(), last);
    assertThat(reach).isBetween(Duration.ofMinutes(10), Duration.ofSeconds(630));
    for (int i = 1; i < ring.times().size(); i++) {
      assertThat(Duration.between(ring.times().get(i - 1), ring.times().get(i)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(450));
    }
  }

  @Test
  void aRingNeverHoldsMoreBytesThanItMayForLong() {
    long most = 60_000;
    var ring = new SceneRing(Duration.ofMinutes(10), most, Duration.ofMillis(450));
    for (int second = 0; second < 400; second++) {
      Instant at = BEGIN.plusSeconds(second);
      var rows = new ArrayList<ProcessRow>();
      for (long id = 0; id < 40; id++) {
        rows.add(any(Samples.SHOP, second * 100L + id));
      }
      ring.put(at, scene(at, rows));
      assertThat(ring.bytes()).isLessThan(most + 40_000);
    }
    assertThat(ring.times().getLast()).isEqualTo(BEGIN.plusSeconds(399));
    assertThat(ring.at(BEGIN.plusSeconds(399))).isPresent();
  }
}
