package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.pulse.Pulse;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the light look at the fleet takes from an opened process list is what it would have asked
/// itself, and the other way round.
@SuppressWarnings({"NullAway", "try"})
@Tag("server")
class SharedLooksOnServersTest {
  private static final Duration EVERY = Duration.ofSeconds(1);

  static List<Distribution> all() {
    return TestServers.available();
  }

  private static Vitals next(LinkedBlockingQueue<FleetState> states, int looks) throws Exception {
    long first = -1;
    while (true) {
      FleetState state = states.poll(20, TimeUnit.SECONDS);
      assertThat(state).isNotNull();
      var beat = state.beats().getFirst();
      if (beat.fresh().isPresent()) {
        first = first < 0 ? beat.looks() : first;
        if (beat.looks() >= first + looks) {
          return beat.fresh().orElseThrow();
        }
      }
    }
  }

  private static List<String> busy(Vitals seen) {
    return seen.busy().stream()
        .map(one -> one.many() + " " + one.command() + " " + one.state())
        .sorted()
        .toList();
  }

  private static List<Long> longest(Vitals seen) {
    return seen.longest().stream().map(Vitals.Running::id).toList();
  }

  private static void sleep(Session session) {
    try {
      var _ = session.query("SELECT SLEEP(60) AS s", row -> 1);
    } catch (RuntimeException e) {
      // Ended with the connections.
    }
  }

  private static void awaitRunning(Connections connections, Server server, long id) {
    for (int i = 0; i < 200; i++) {
      Pulse pulse = connections.monitor(server, Pulse::take);
      if (pulse.longest().stream().anyMatch(one -> one.id() == id)) {
        return;
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("the worksheet's statement was never seen");
  }

  @ParameterizedTest
  @MethodSource("all")
  void anOpenedListTellsTheFleetWhatClientsDo(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server =
        RealServers.server(
            distribution.name(), running.host(), running.port(), running.user(), Safety.RELAXED);
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis =
            RealServers.diagnosis(connections, new FakeAudit(), List.of(server))) {
      scene.idleInTransaction(7);
      var waiting = new ArrayList<Long>();
      waiting.add(scene.sleeper(60));
      waiting.add(scene.rowLockWait(7));
      // A worksheet of ours runs too: it is no client, but its statement is told where it is long.
      Session worksheet = connections.action(server, "worksheet", Bounds.action(), true);
      Thread.ofVirtual().start(() -> sleep(worksheet));
      awaitRunning(connections, server, worksheet.connectionId());
      var states = new LinkedBlockingQueue<FleetState>();
      try (var pulse = diagnosis.pulse(EVERY, states::add)) {
        Vitals asked = next(states, 0);
        assertThat(asked.active()).isGreaterThanOrEqualTo(2);
        var lists = new LinkedBlockingQueue<Merged>();
        try (var watch = diagnosis.watch(List.of(server.ref()), EVERY, lists::add)) {
          assertThat(lists.poll(20, TimeUnit.SECONDS)).isNotNull();
          states.clear();
          Vitals taken = next(states, 2);
          assertThat(busy(taken)).isEqualTo(busy(asked));
          assertThat(taken.active()).isEqualTo(asked.active());
          assertThat(longest(taken)).containsExactlyInAnyOrderElementsOf(longest(asked));
          assertThat(longest(taken)).containsAnyElementsOf(waiting);
          // The list has its figures from the pulse by now.
          lists.clear();
          Merged seen = lists.poll(20, TimeUnit.SECONDS);
          assertThat(seen).isNotNull();
          assertThat(seen.load().connected()).isEqualTo(taken.load().connected());
          assertThat(seen.load().max()).isEqualTo(taken.load().max());
          assertThat(watch).isNotNull();
        }
      }
    }
  }
}
