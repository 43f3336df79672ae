package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.binnacle.diagnosis.deadlock.MemoryDeadlocks;
import org.binnacle.diagnosis.event.Event;
import org.binnacle.diagnosis.event.EventKind;
import org.binnacle.diagnosis.kill.Protection;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.diagnosis.trend.TrendStore;
import org.binnacle.diagnosis.variable.MemoryVariables;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the light look finds out of events by itself, with no screen open.
@Tag("server")
class EventsOnServersTest {
  private final MemoryDeadlocks deadlocks = new MemoryDeadlocks();
  private final MemoryVariables variables = new MemoryVariables();
  private final LinkedBlockingQueue<FleetState> states = new LinkedBlockingQueue<>();

  /// MySQL 5.7 leaves its counter of deadlocks at nought.
  static List<Distribution> counting() {
    return TestServers.available().stream().filter(one -> one != Distribution.MYSQL_5_7).toList();
  }

  static List<Distribution> mariaDbs() {
    return TestServers.available().stream()
        .filter(one -> one.name().startsWith("MARIADB"))
        .toList();
  }

  private Diagnosis diagnosis(Connections connections, Server server) {
    return new Diagnosis(
        connections,
        () -> List.of(server),
        new Records(new FakeAudit(), new MemorySettings(), TrendStore.none(), deadlocks, variables),
        Protection.standard(),
        "anna",
        Clock.systemUTC());
  }

  private Beat until(Predicate<Beat> wanted) throws InterruptedException {
    Instant last = Instant.now().plusSeconds(60);
    while (true) {
      FleetState state = states.poll(20, TimeUnit.SECONDS);
      assertThat(state).as("a state").isNotNull();
      if (state != null && !state.beats().isEmpty() && wanted.test(state.beats().getFirst())) {
        return state.beats().getFirst();
      }
      assertThat(Instant.now()).as("seen in time").isBefore(last);
    }
  }

  private static List<Event> of(Diagnosis diagnosis, Server server, EventKind kind) {
    return diagnosis.events().of(server.id()).stream()
        .filter(event -> event.kind() == kind)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("counting")
  void aDeadlockIsKeptAndAChangedVariableIsNamedThoughNobodyLooks(Distribution distribution)
      throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server =
        RealServers.server("one", running.host(), running.port(), running.user(), Safety.RELAXED);
    try (TestSchema schema = TestSchema.on(running);
        Scene pile = Scene.in(schema);
        Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis = diagnosis(connections, server);
        var pulse = diagnosis.pulse(Duration.ofSeconds(1), states::add)) {
      assertThat(pulse).isNotNull();
      until(beat -> beat.fresh().filter(seen -> seen.history().isPresent()).isPresent());
      until(beat -> variables.last(server.id()).isPresent());
      assertThat(deadlocks.newest(server.id(), 10)).isEmpty();
      pile.deadlock(1, 2);
      until(beat -> !of(diagnosis, server, EventKind.DEADLOCK).isEmpty());
      assertThat(deadlocks.newest(server.id(), 10))
          .singleElement()
          .satisfies(kept -> assertThat(kept.section()).contains(schema.name()));
      assertThat(of(diagnosis, server, EventKind.DEADLOCK))
          .singleElement()
          .satisfies(one -> assertThat(one.words()).contains(schema.name() + ".scene"));
      try (Connection root = running.connect();
          Statement set = root.createStatement()) {
        set.execute("SET GLOBAL max_connect_errors=4711");
        try {
          Beat named =
              until(
                  beat ->
                      beat.health()
                          .finding("variables")
                          .filter(one -> one.words().contains("max_connect_errors"))
                          .isPresent());
          assertThat(named.health().finding("variables").orElseThrow().words())
              .matches("variable changed: max_connect_errors: \\d+ to 4711");
          assertThat(variables.changes(server.id()))
              .anyMatch(one -> one.now().equals(Optional.of("4711")));
          assertThat(of(diagnosis, server, EventKind.VARIABLE)).hasSize(1);
        } finally {
          set.execute("SET GLOBAL max_connect_errors=100");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("mariaDbs")
  void whereTheTextIsRefusedThatIsSaidOnce(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(running);
        Scene pile = Scene.in(schema);
        TestAccount account = TestAccount.on(running, "USAGE ON *.*");
        Connections connections = RealServers.connections(account.password())) {
      Server server =
          RealServers.server(
              "poor", running.host(), running.port(), account.user(), Safety.RELAXED);
      try (Diagnosis diagnosis = diagnosis(connections, server);
          var pulse = diagnosis.pulse(Duration.ofSeconds(1), states::add)) {
        assertThat(pulse).isNotNull();
        until(beat -> beat.fresh().filter(seen -> seen.history().isPresent()).isPresent());
        pile.deadlock(1, 2);
        until(beat -> !of(diagnosis, server, EventKind.DEADLOCK).isEmpty());
        Optional<Instant> first =
            until(beat -> beat.fresh().isPresent()).fresh().orElseThrow().events().deadlock();
        pile.deadlock(3, 4);
        Beat second =
            until(
                beat ->
                    beat.fresh()
                        .filter(seen -> !seen.events().deadlock().equals(first))
                        .isPresent());
        until(beat -> beat.looks() > second.looks() + 2);
        assertThat(of(diagnosis, server, EventKind.DEADLOCK))
            .singleElement()
            .satisfies(one -> assertThat(one.words()).contains("lacks PROCESS"));
        assertThat(deadlocks.newest(server.id(), 10)).isEmpty();
      }
    }
  }
}
