package org.binnacle.diagnosis.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.lock.Contended;
import org.binnacle.diagnosis.lock.LockKind;
import org.binnacle.diagnosis.lock.LockNode;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.LockTree;
import org.binnacle.diagnosis.lock.LockWait;
import org.binnacle.diagnosis.lock.Party;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.trx.OpenTrx;
import org.binnacle.diagnosis.trx.TrxScene;
import org.binnacle.diagnosis.watch.Rounds;
import org.junit.jupiter.api.Test;

class LookRingTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
  private static final Contended ROW =
      new Contended(LockKind.ROW, "TABLE", "shop", "stock", "", "PRIMARY", "X,REC_NOT_GAP", "7");

  private static ProcessRow session(long id, long timeUs) {
    return Samples.of(id, Kind.ACTIVE, "app", "Query", "updating", timeUs, "UPDATE stock " + id);
  }

  /// One holds, so many wait.
  private static LockScene pile(Instant at, int waiters, long seconds) {
    var parties =
        IntStream.rangeClosed(1, waiters + 1)
            .mapToObj(id -> Party.of(session(id, seconds * 1_000_000)))
            .toList();
    var waits =
        IntStream.rangeClosed(2, waiters + 1)
            .mapToObj(id -> new LockWait(Who.session(id), Who.session(1), ROW, seconds * 1_000_000))
            .toList();
    return new LockScene(
        Samples.SHOP,
        at,
        Duration.ofMillis(3),
        LockTree.of(parties, waits),
        List.of("data_lock_waits"),
        List.of("cut"),
        List.of());
  }

  private static <T> List<Rounds.Seen<T>> seen(T scene, Instant at) {
    return List.of(
        new Rounds.Seen<>(
            Samples.SHOP,
            Optional.of(scene),
            Optional.of(at),
            Optional.empty(),
            1,
            Duration.ofSeconds(1)));
  }

  private static <T> T value(Past.Then<List<Rounds.Seen<T>>> then) {
    return then.scene().getFirst().value().orElseThrow();
  }

  @Test
  void aTreeComesBackAsItWasWithItsSessionsAndWhatWasToldBesideIt() {
    var ring = new LookRing<>(new LocksPacking());
    for (int second = 0; second < 5; second++) {
      Instant at = BEGIN.plusSeconds(second);
      ring.put(at, seen(pile(at, 3 + second, 10 + second), at));
    }
    var then = ring.at(BEGIN.plusMillis(2_700)).orElseThrow();
    assertThat(then.at()).isEqualTo(BEGIN.plusSeconds(2));
    LockScene back = value(then);
    LockScene put = pile(BEGIN.plusSeconds(2), 5, 12);
    assertThat(back.notes()).isEqualTo(put.notes());
    assertThat(back.sources()).isEqualTo(put.sources());
    assertThat(back.tree().roots()).hasSize(1);
    LockNode root = back.tree().roots().getFirst();
    LockNode was = put.tree().roots().getFirst();
    assertThat(root.blocks()).isEqualTo(5);
    assertThat(root.sumWaitedUs()).isEqualTo(was.sumWaitedUs());
    assertThat(root.party().row().orElseThrow().db()).isEqualTo("shop");
    assertThat(back.tree().nodes().getLast().waits().getFirst().lock())
        .isEqualTo(put.tree().nodes().getLast().waits().getFirst().lock());
  }

  @Test
  void transactionsComeBackWithWhatTheyHaveRun() {
    var ring = new LookRing<>(new TrxPacking());
    var trx =
        new OpenTrx(
            Samples.SHOP,
            "421",
            7,
            "LOCK WAIT",
            71_500_000,
            2_250_000,
            12,
            3,
            4,
            1,
            "REPEATABLE READ",
            "updating or deleting",
            Optional.of(session(7, 2_250_000)),
            List.of(
                new PastStatement(0, "UPDATE stock SET qty = 1", -1, -1, -1),
                new PastStatement(0, "BEGIN", -1, -1, -1)));
    var scene =
        new TrxScene(
            Samples.SHOP, BEGIN, Duration.ofMillis(2), List.of(trx), 900, List.of(), List.of());
    ring.put(BEGIN, seen(scene, BEGIN));
    OpenTrx back = value(ring.at(BEGIN).orElseThrow()).transactions().getFirst();
    assertThat(back.statements()).isEqualTo(trx.statements());
    assertThat(back.ageUs()).isEqualTo(71_500_000);
    assertThat(back.waitUs()).isEqualTo(2_250_000);
    assertThat(back.rowsModified()).isEqualTo(3);
    assertThat(back.isolation()).isEqualTo("REPEATABLE READ");
    assertThat(back.row().orElseThrow().sql()).isEqualTo("UPDATE stock 7");
    assertThat(value(ring.at(BEGIN).orElseThrow()).historyLength()).isEqualTo(900);
  }

  @Test
  void aLookThatBringsTheSameCostsItsHeadOnly() {
    var ring = new LookRing<>(new LocksPacking());
    var first = pile(BEGIN, 0, 0);
    for (int second = 0; second < 100; second++) {
      Instant at = BEGIN.plusSeconds(second);
      ring.put(at, seen(first, at));
    }
    assertThat(ring.times()).hasSize(100);
    assertThat(ring.bytes()).isLessThan(100 * 300 + 400);
  }

  @Test
  void itReachesTenMinutesBackOrAsFarAsItsBytesAllow() {
    var ring = new LookRing<>(new LocksPacking());
    for (int second = 0; second < 700; second++) {
      Instant at = BEGIN.plusSeconds(second);
      ring.put(at, seen(pile(at, 2, second), at));
    }
    assertThat(ring.times().getFirst()).isEqualTo(BEGIN.plusSeconds(99));
    var small = new LookRing<>(new LocksPacking(), Duration.ofMinutes(10), 20_000);
    for (int second = 0; second < 200; second++) {
      Instant at = BEGIN.plusSeconds(second);
      small.put(at, seen(pile(at, 20, second), at));
      assertThat(small.bytes()).isLessThanOrEqualTo(20_000);
    }
    assertThat(small.times()).hasSizeLessThan(30).hasSizeGreaterThan(3);
    assertThat(small.at(BEGIN).orElseThrow().at()).isEqualTo(small.times().getFirst());
  }
}
