package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.binnacle.diagnosis.session.Blocking;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.NoiseFilter;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who waits for whom, as the process list tells it.
@Tag("server")
@SuppressWarnings({"NullAway", "try"})
class BlockingOnServersTest {

  static List<Distribution> all() {
    return TestServers.available();
  }

  private static Server server(RunningServer running) {
    return RealServers.server(
        running.distribution().name(),
        running.host(),
        running.port(),
        running.user(),
        Safety.RELAXED);
  }

  private static @Nullable ProcessRow row(Merged seen, long id) {
    return seen.rows().stream().filter(row -> row.id() == id).findFirst().orElse(null);
  }

  private static Merged until(BlockingQueue<Merged> scenes, String what, Predicate<Merged> wanted)
      throws InterruptedException {
    Merged last = null;
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < end) {
      Merged seen = scenes.poll(1, TimeUnit.SECONDS);
      if (seen != null && wanted.test(seen)) {
        return seen;
      }
      last = seen == null ? last : seen;
    }
    throw new AssertionError(what + " was not seen; the last look: " + last);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aRowLockPileNamesBlockersRootAndHowManyWait(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    BlockingQueue<Merged> scenes = new LinkedBlockingQueue<>();
    try (TestSchema schema = TestSchema.on(running);
        Scene pile = Scene.in(schema);
        Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis =
            RealServers.diagnosis(connections, new FakeAudit(), List.of(server))) {
      long idle = pile.idleInTransaction(1);
      long middle = pile.holdsAndWaits(2, 1);
      long last = pile.rowLockWait(2);
      try (var watch =
          diagnosis.watch(List.of(server.ref()), Duration.ofMillis(500), scenes::add)) {
        Merged seen =
            until(
                scenes,
                "two that wait",
                merged -> {
                  ProcessRow root = row(merged, idle);
                  return root != null && root.blocking().blocks() == 2;
                });
        assertThat(row(seen, idle).blocking())
            .isEqualTo(new Blocking("", 2, String.valueOf(idle), false));
        assertThat(row(seen, middle).blocking())
            .isEqualTo(new Blocking(String.valueOf(idle), 1, String.valueOf(idle), false));
        assertThat(row(seen, last).blocking())
            .isEqualTo(new Blocking(String.valueOf(middle), 0, String.valueOf(idle), false));
        pile.close();
        Merged calm =
            until(
                scenes,
                "nobody that waits",
                merged -> merged.rows().stream().noneMatch(ProcessRow::blocked));
        assertThat(calm.rows()).allMatch(one -> one.blocking().equals(Blocking.NONE));
        assertThat(watch).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aMetadataPileHasTheIdleReaderAtItsHead(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    BlockingQueue<Merged> scenes = new LinkedBlockingQueue<>();
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis =
            RealServers.diagnosis(connections, new FakeAudit(), List.of(server))) {
      List<Long> ids = scene.metadataLockPile(3);
      try (var watch =
          diagnosis.watch(List.of(server.ref()), Duration.ofMillis(500), scenes::add)) {
        Merged seen =
            until(
                scenes,
                "the reader with four behind it",
                merged -> {
                  ProcessRow holder = row(merged, ids.getFirst());
                  return holder != null && holder.blocking().blocks() == 4;
                });
        assertThat(row(seen, ids.get(1)).blocking().by()).contains("" + ids.getFirst());
        assertThat(row(seen, ids.get(1)).blocking().blocks()).isEqualTo(3);
        assertThat(row(seen, ids.get(2)).blocking().by()).contains("" + ids.get(1));
        assertThat(row(seen, ids.get(2)).blocking().root()).isEqualTo("" + ids.getFirst());
        assertThat(watch).isNotNull();
      }
    }
  }

  /// A sleeper is not read from the server unless somebody asks; one that holds a table is.
  @ParameterizedTest
  @MethodSource("told")
  void aSleeperThatOthersWaitForIsFetchedAndIsNoNoise(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    BlockingQueue<Merged> scenes = new LinkedBlockingQueue<>();
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connection holder = schema.connect();
        Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis =
            RealServers.diagnosis(connections, new FakeAudit(), List.of(server))) {
      try (Statement statement = holder.createStatement()) {
        statement.execute("LOCK TABLES scene WRITE");
      }
      long waiter = scene.metadataWait("SELECT COUNT(*) FROM scene");
      try (var watch =
          diagnosis.watch(List.of(server.ref()), Duration.ofMillis(500), scenes::add)) {
        Merged seen =
            until(
                scenes,
                "the holder",
                merged -> merged.rows().stream().anyMatch(one -> one.blocking().blocker()));
        ProcessRow blocker =
            seen.rows().stream().filter(one -> one.blocking().blocker()).findFirst().orElseThrow();
        assertThat(blocker.kind()).isEqualTo(Kind.SLEEPING);
        assertThat(row(seen, waiter).blocking().by()).isEqualTo("" + blocker.id());
        assertThat(NoiseFilter.standard().hides(blocker)).isFalse();
        assertThat(watch).isNotNull();
      }
      try (Statement statement = holder.createStatement()) {
        statement.execute("UNLOCK TABLES");
      }
    }
  }

  static List<Distribution> told() {
    return all().stream()
        .filter(one -> one == Distribution.MYSQL_8_0 || one == Distribution.MYSQL_9)
        .toList();
  }
}
