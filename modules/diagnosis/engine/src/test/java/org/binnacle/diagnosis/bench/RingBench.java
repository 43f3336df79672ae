package org.binnacle.diagnosis.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.SceneRing;

/// How large ten minutes of looks are in memory, and what a look costs to keep and to take back.
///
/// `RingBench [sessions] [share of sessions that are new at each look]`
public final class RingBench {
  private RingBench() {}

  public static void main(String[] arguments) {
    int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    double fresh = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 0.1;
    var random = new Random(7);
    var crowd = new Sessions(sessions, fresh);
    var ring = new SceneRing();
    Instant begin = Instant.parse("2026-03-01T12:00:00Z");
    long putNs = 0;
    for (int second = 0; second < 630; second++) {
      Instant at = begin.plusSeconds(second);
      Merged scene = crowd.next(at, second);
      long before = System.nanoTime();
      ring.put(at, scene);
      putNs += System.nanoTime() - before;
    }
    long before = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      var _ = ring.at(begin.plusSeconds(30 + random.nextInt(600))).orElseThrow();
    }
    System.out.printf(
        "%d sessions, %.0f %% new a look: %d looks, %.1f MB, put %.2f ms, take back %.2f ms%n",
        sessions,
        fresh * 100,
        ring.times().size(),
        ring.bytes() / 1e6,
        putNs / 630.0 / 1e6,
        (System.nanoTime() - before) / 100.0 / 1e6);
  }

  /// Made-up sessions, some of which are new at each look.
  public static final class Sessions {
    private final Random random = new Random(7);
    private final double fresh;
    private final long[] began;
    private final long[] ids;
    private long next = 1_000;

    public Sessions(int many, double fresh) {
      this.fresh = fresh;
      began = new long[many];
      ids = new long[many];
      for (int i = 0; i < many; i++) {
        ids[i] = next++;
      }
    }

    public Merged next(Instant at, int second) {
      var rows = new ArrayList<ProcessRow>(ids.length);
      for (int i = 0; i < ids.length; i++) {
        if (random.nextDouble() < fresh) {
          ids[i] = next++;
          began[i] = second;
        }
        rows.add(row(ids[i], second - began[i], random));
      }
      return Merged.of(List.of(look(at, rows)));
    }
  }

  private static ProcessRow row(long id, long seconds, Random random) {
    long time = seconds * 1_000_000 + random.nextInt(1_000_000);
    String sql =
        "UPDATE stock SET qty = qty - 1, seen = NOW(), note = 'order %d' WHERE sku = 'A-%d' AND qty > 0"
            .formatted(id * 7_919, id);
    return new ProcessRow(
        Samples.SHOP,
        id,
        id + 40,
        Kind.ACTIVE,
        "app" + id % 9,
        new Client("10.0." + id % 200 + ".7", 0),
        "orders",
        "shop" + id % 4,
        "Query",
        id % 3 == 0 ? "updating" : "executing",
        time,
        sql,
        sql.length(),
        new Work(
            id * 3 + seconds,
            Long.toHexString(id % 40 * 0x9E3779B97F4A7C15L),
            random.nextInt(90),
            random.nextInt(100_000),
            0,
            1,
            0,
            false,
            false),
        id % 7 == 0
            ? Optional.of(new Transaction(time, random.nextInt(50), 3, "RUNNING"))
            : Optional.empty(),
        Blocking.NONE);
  }

  private static Look look(Instant at, List<ProcessRow> rows) {
    var snapshot =
        new ProcessSnapshot(
            Samples.SHOP,
            at,
            Duration.ofMillis(3),
            rows,
            new Load(rows.size(), 9, 5_000),
            false,
            false,
            "P_S",
            List.of());
    return new Look(
        Samples.SHOP,
        Optional.of(snapshot),
        Optional.empty(),
        0,
        Optional.empty(),
        Duration.ofSeconds(1),
        1);
  }
}
