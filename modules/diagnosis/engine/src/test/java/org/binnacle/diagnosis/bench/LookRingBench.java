package org.binnacle.diagnosis.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.lock.Contended;
import org.binnacle.diagnosis.lock.LockKind;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.LockTree;
import org.binnacle.diagnosis.lock.LockWait;
import org.binnacle.diagnosis.lock.Party;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.diagnosis.past.LocksPacking;
import org.binnacle.diagnosis.past.LookRing;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.watch.Rounds;

/// What ten minutes of looks at the locks take in memory: `LookRingBench [waiters]`, one holder and
/// so many that wait for it, each second anew.
public final class LookRingBench {
  private LookRingBench() {}

  public static void main(String[] arguments) {
    int waiters = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    var ring = new LookRing<>(new LocksPacking());
    var random = new Random(7);
    Instant begin = Instant.parse("2026-03-01T12:00:00Z");
    long putNs = 0;
    for (int second = 0; second < 630; second++) {
      Instant at = begin.plusSeconds(second);
      LockScene scene = pile(at, waiters, second);
      var seen =
          List.of(
              new Rounds.Seen<>(
                  Samples.SHOP,
                  Optional.of(scene),
                  Optional.of(at),
                  Optional.empty(),
                  1,
                  Duration.ofSeconds(1)));
      long before = System.nanoTime();
      ring.put(at, seen);
      putNs += System.nanoTime() - before;
    }
    long before = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      var _ = ring.at(begin.plusSeconds(30 + random.nextInt(600))).orElseThrow();
    }
    System.out.printf(
        "%d waiters: %d looks, %.2f MB, put %.2f ms, take back %.2f ms%n",
        waiters,
        ring.times().size(),
        ring.bytes() / 1e6,
        putNs / 630.0 / 1e6,
        (System.nanoTime() - before) / 100.0 / 1e6);
  }

  private static LockScene pile(Instant at, int waiters, int second) {
    var lock = new Contended(LockKind.ROW, "TABLE", "shop", "stock", "", "PRIMARY", "X", "7");
    var parties =
        IntStream.rangeClosed(1, waiters + 1)
            .mapToObj(
                id ->
                    Party.of(
                        Samples.of(
                            id,
                            Kind.ACTIVE,
                            "app" + id % 9,
                            "Query",
                            "updating",
                            second * 1_000_000L + id * 977L,
                            "UPDATE stock SET qty = qty - 1, note = 'order %d' WHERE sku = 'A-%d'"
                                .formatted(id * 7_919, id))))
            .toList();
    var waits =
        IntStream.rangeClosed(2, waiters + 1)
            .mapToObj(
                id ->
                    new LockWait(
                        Who.session(id), Who.session(1), lock, second * 1_000_000L + id * 977L))
            .toList();
    return new LockScene(
        Samples.SHOP,
        at,
        Duration.ofMillis(3),
        LockTree.of(parties, waits),
        List.of("data_lock_waits"),
        List.of(),
        List.of());
  }
}
