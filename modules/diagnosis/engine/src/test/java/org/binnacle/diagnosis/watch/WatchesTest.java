package org.binnacle.diagnosis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.binnacle.diagnosis.FakeServer;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.Load;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.junit.jupiter.api.Test;

class WatchesTest {
  private static final Duration HALF = Duration.ofMillis(500);
  private final FakeServer server = new FakeServer(Samples.SHOP);
  private final BlockingQueue<Look> looks = new LinkedBlockingQueue<>();

  private Watches watches(Connections connections) {
    return new Watches(connections, new ProcessReader(Clock.systemUTC()));
  }

  private Look next() throws InterruptedException {
    Look look = looks.poll(10, TimeUnit.SECONDS);
    assertThat(look).as("a look within 10 s").isNotNull();
    return look;
  }

  @Test
  void roundsFollowEachOtherAndShowWhatIsThere() throws Exception {
    server.thread(7, 3, "app", "Query", "SELECT SLEEP(60)");
    try (var watches = watches(server);
        var viewer = watches.look(server.server(), HALF, looks::add)) {
      assertThat(viewer).isNotNull();
      assertThat(next().snapshot().orElseThrow().rows())
          .extracting(ProcessRow::id)
          .containsExactly(7L);
      server.threads.clear();
      Look later = next();
      while (!later.snapshot().orElseThrow().rows().isEmpty()) {
        later = next();
      }
      assertThat(later.rounds()).isGreaterThan(1);
    }
  }

  @Test
  void aFailureKeepsTheRowsAndSaysWhy() throws Exception {
    server.thread(7, 3, "app", "Query", "SELECT 1");
    try (var watches = watches(server);
        var viewer = watches.look(server.server(), HALF, looks::add)) {
      next();
      server.onQuery =
          sql -> {
            throw new Fault(ConnectFaults.LOST, "reset");
          };
      viewer.lookNow();
      Look failed = next();
      while (failed.fault().isEmpty()) {
        failed = next();
      }
      assertThat(failed.fault().orElseThrow().code()).isEqualTo(ConnectFaults.LOST);
      assertThat(failed.snapshot().orElseThrow().rows()).hasSize(1);
      assertThat(failed.failures()).isEqualTo(1);
      assertThat(failed.stale(Instant.now().plusSeconds(60))).isTrue();
      server.onQuery = sql -> sql;
      Look again = next();
      while (again.fault().isPresent()) {
        again = next();
      }
      assertThat(again.failures()).isZero();
    }
  }

  @Test
  void twoViewersOfOneInstanceShareOneWatchWhichEndsWithTheLast() throws Exception {
    try (var watches = watches(server)) {
      var first = watches.look(server.server(), HALF, looks::add);
      var second = watches.look(server.server(), Duration.ofSeconds(30), looks::add);
      assertThat(watches.size()).isEqualTo(1);
      first.close();
      first.close();
      assertThat(watches.size()).isEqualTo(1);
      second.close();
      assertThat(watches.size()).isZero();
    }
  }

  @Test
  void aHungInstanceDelaysNoOther() throws Exception {
    var hung = new FakeServer(Samples.instance("hung", Safety.RELAXED));
    var release = new CountDownLatch(1);
    hung.onQuery =
        sql -> {
          try {
            release.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(Fault.CANCELLED, "interrupted", e);
          }
          return sql;
        };
    var both = new Both(List.of(server, hung));
    BlockingQueue<Merged> merged = new LinkedBlockingQueue<>();
    try (var watches = watches(both);
        var watch =
            new MergedWatch(watches, List.of(server.server(), hung.server()), HALF, merged::add)) {
      assertThat(watch).isNotNull();
      for (int round = 0; round < 3; round++) {
        Merged scene = merged.poll(10, TimeUnit.SECONDS);
        assertThat(scene).isNotNull();
        assertThat(scene.looks()).hasSize(2);
        assertThat(scene.looks().getLast().snapshot()).isEmpty();
      }
    } finally {
      release.countDown();
    }
  }

  @Test
  void aClosedWatchLeavesNoThread() throws Exception {
    var watch =
        new SessionWatch(
            server.server(), server, new ProcessReader(Clock.systemUTC()), HALF, looks::add);
    next();
    watch.close();
    assertThat(watch.ended(Duration.ofSeconds(10))).isTrue();
    assertThat(server.open).hasValue(0);
  }

  @Test
  void intervalsAreKeptBetweenHalfASecondAndHalfAMinute() {
    assertThat(SessionWatch.bounded(Duration.ZERO)).isEqualTo(HALF);
    assertThat(SessionWatch.bounded(Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(30));
    assertThat(SessionWatch.bounded(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void instancesHaveTheirTurnsSpreadOverTheInterval() {
    var phases =
        IntStream.range(0, 1_000)
            .mapToLong(i -> Phase.of("shop-db-" + i, Duration.ofSeconds(1)).toMillis() / 100)
            .boxed()
            .collect(Collectors.groupingBy(tenth -> tenth, Collectors.counting()));
    assertThat(phases).hasSize(10);
    assertThat(phases.values()).allSatisfy(count -> assertThat(count).isBetween(50L, 200L));
  }

  @Test
  void severalInstancesBecomeOneListLongestFirst() {
    var other = Samples.instance("shop-db-2", Safety.CAREFUL);
    var scene =
        Merged.of(
            List.of(
                look(
                    Samples.SHOP, 10, Samples.of(1, Kind.ACTIVE, "a", "Query", "", 5_000_000, "x")),
                look(
                    other, 20, Samples.of(other, 2, Kind.ACTIVE, "b", "Query", "", 9_000_000, "y")),
                Look.none(Samples.instance("dead", Safety.RELAXED), HALF)));
    assertThat(scene.rows()).extracting(ProcessRow::id).containsExactly(2L, 1L);
    assertThat(scene.load().connected()).isEqualTo(30);
    assertThat(scene.active()).isEqualTo(2);
    assertThat(scene.unread()).isEqualTo(26);
  }

  private static Look look(InstanceRef instance, long connected, ProcessRow row) {
    var snapshot =
        new ProcessSnapshot(
            instance,
            Instant.now(),
            Duration.ofMillis(2),
            List.of(row),
            new Load(connected, 1, 100),
            false,
            false,
            "P_S",
            List.of());
    return new Look(
        instance, Optional.of(snapshot), Optional.empty(), 0, Optional.empty(), HALF, 1);
  }

  /// Several servers behind one port.
  private record Both(List<FakeServer> servers) implements Connections {
    private FakeServer of(Server server) {
      return servers.stream()
          .filter(fake -> fake.server().equals(server))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public <T> T monitor(Server server, Function<Session, T> work) {
      return of(server).monitor(server, work);
    }

    @Override
    public Session action(Server server, String role, Bounds bounds, boolean readOnly) {
      return of(server).action(server, role, bounds, readOnly);
    }

    @Override
    public Health health(Server server) {
      return new Health.Unknown();
    }

    @Override
    public void forget(Server server) {}

    @Override
    public void close() {}
  }
}
