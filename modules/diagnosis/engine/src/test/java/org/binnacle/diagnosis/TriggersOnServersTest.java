package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.binnacle.diagnosis.health.Health;
import org.binnacle.diagnosis.health.Signs;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.MemoryIncidents;
import org.binnacle.diagnosis.incident.Release;
import org.binnacle.diagnosis.incident.Trigger;
import org.binnacle.diagnosis.incident.TriggerWatch;
import org.binnacle.diagnosis.incident.guard.Guard;
import org.binnacle.diagnosis.incident.guard.TriggerRule;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.query.SavedFilters;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Triggers that ask who waits for whom, on pile-ups of real row locks.
@Tag("server")
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@SuppressWarnings("NullAway")
class TriggersOnServersTest {
  private final List<Fault> faults = new ArrayList<>();

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

  private static void pile(Scene scene, int waiters) throws Exception {
    scene.idleInTransaction(1);
    for (int i = 0; i < waiters; i++) {
      scene.rowLockWait(1);
    }
  }

  /// A look may be left out, where the lock questions took long and are at rest: not for ever.
  private Optional<String> fires(TriggerWatch watch, Server server) {
    return watch.await(List.of(server), Duration.ofMillis(200), faults::add, new Cancel());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPileOfRowLocksFiresEachFormAndOnlyAgainAfterItWasGone(Distribution distribution)
      throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    var saved = new SavedFilters(new MemorySettings());
    saved.keep("heads", "blocks>2");
    saved.keep("waiting", "is:blocked");
    try (TestSchema first = TestSchema.on(running);
        TestSchema second = TestSchema.on(running);
        Connections connections = RealServers.connections(running.password())) {
      var watches =
          List.of("blocks>2", "@heads>0", "sessions(@waiting)>2", "sessions(is:blocker)>0").stream()
              .map(
                  text ->
                      new TriggerWatch(
                          connections,
                          Trigger.of(text, 1, Duration.ZERO, Release.Usual.SHIPPED),
                          saved::all))
              .toList();
      for (TriggerWatch watch : watches) {
        assertThat(watch.look(server, faults::add)).isEmpty();
      }
      try (Scene scene = Scene.in(first)) {
        pile(scene, 3);
        assertThat(fires(watches.getFirst(), server))
            .hasValue(distribution.name() + ": blocks>2 (is 3)");
        assertThat(fires(watches.get(1), server))
            .hasValueSatisfying(is -> assertThat(is).endsWith("(is 1)"));
        assertThat(fires(watches.get(2), server))
            .hasValueSatisfying(is -> assertThat(is).endsWith("(is 3)"));
        assertThat(fires(watches.get(3), server)).isPresent();
        // It lasts.
        for (int i = 0; i < 3; i++) {
          for (TriggerWatch watch : watches) {
            assertThat(watch.look(server, faults::add)).isEmpty();
          }
        }
      }
      for (TriggerWatch watch : watches) {
        assertThat(watch.look(server, faults::add)).isEmpty();
      }
      try (Scene scene = Scene.in(second)) {
        pile(scene, 3);
        for (TriggerWatch watch : watches) {
          assertThat(fires(watch, server)).isPresent();
        }
      }
      assertThat(faults).isEmpty();
      saved.remove("heads");
      assertThat(watches.get(1).look(server, faults::add)).isEmpty();
      assertThat(faults)
          .singleElement()
          .satisfies(one -> assertThat(one.detail()).contains("no saved filter @heads"));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theGuardCapturesAPileByItsBlocks(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    var store = new MemoryIncidents();
    var fired = new LinkedBlockingQueue<Guard.Fired>();
    try (TestSchema schema = TestSchema.on(running);
        Connections connections = RealServers.connections(running.password());
        Scene scene = Scene.in(schema);
        Guard guard =
            new Guard(
                new MemorySettings(),
                connections,
                () -> List.of(server),
                new Incidents(connections, () -> List.of(server), store, Clock.systemUTC()),
                Clock.systemUTC())) {
      guard.onFired(fired::add);
      guard.keep(new TriggerRule("r", true, "", "blocks>1", 2, Duration.ofMinutes(5), 10));
      pile(scene, 2);
      Guard.Fired one = null;
      for (int second = 0; one == null && second < 60; second++) {
        guard.look(
            new Beat(
                server.ref(),
                Optional.of(new Signs().at(second).vitals()),
                Health.UNKNOWN,
                Optional.empty(),
                1,
                "",
                Duration.ofSeconds(1)));
        one = fired.poll(1, TimeUnit.SECONDS);
      }
      assertThat(one).as("nothing fired").isNotNull();
      assertThat(one.outcome()).isInstanceOf(Outcome.Ok.class);
      assertThat(store.list("", 1).getFirst().trigger())
          .isEqualTo(distribution.name() + ": blocks>1 at 2 looks in a row (is 2)");
    }
  }
}
