package org.binnacle.diagnosis.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.binnacle.diagnosis.board.BoardField;
import org.binnacle.diagnosis.health.Silences;
import org.binnacle.diagnosis.health.Thresholds;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.fake.FakeFleet;
import org.binnacle.testkit.fake.FakeNode;
import org.binnacle.testkit.fake.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A hundred servers of which one at a time is given a trouble. Promises are counted in looks at
/// the instance, since a busy machine stretches seconds.
@Tag("server")
final class FakeFleetTest {
  private static final int SIZE = 100;
  private static final int SICK = 42;
  private final FakeFleet fleet = FakeFleet.of(SIZE);
  private final BlockingQueue<FleetState> states = new LinkedBlockingDeque<>(2_000);
  private final Connections connections = new PooledConnections(new NoPasswords());
  private final List<Server> servers = fleet.nodes().stream().map(this::server).toList();

  private static final class NoPasswords implements Secrets {
    @Override
    public Optional<Secret> password(Server server) {
      return Optional.empty();
    }

    @Override
    public Optional<Secret> tunnel(Server server) {
      return Optional.empty();
    }
  }

  private Server server(FakeNode node) {
    var ref =
        new InstanceRef(node.host(), node.host(), node.host(), "test", "grey", Safety.RELAXED, "");
    var tls = new Tls(Tls.Mode.DISABLED, Optional.empty(), true);
    return new Server(ref, node.host(), fleet.port(), "fake", tls, Optional.empty());
  }

  private FleetPulse pulse() {
    var silences = new Silences(new MemorySettings(), Clock.systemUTC());
    return new FleetPulse(
        new Collecting(
            connections,
            () -> servers,
            Clock.systemUTC(),
            id -> Thresholds.standard(),
            silences,
            id -> java.util.Optional.empty(),
            beat -> {},
            id -> "",
            id -> Optional.empty()),
        Duration.ofSeconds(1),
        state -> {
          if (!states.offer(state)) {
            throw new IllegalStateException("nobody reads the states");
          }
        });
  }

  @AfterEach
  void end() {
    connections.close();
    fleet.close();
  }

  private FleetState until(Predicate<FleetState> wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    FleetState last = null;
    while (System.nanoTime() < end) {
      FleetState state = states.poll(1, TimeUnit.SECONDS);
      if (state != null) {
        last = state;
        if (wanted.test(state)) {
          return state;
        }
      }
    }
    throw new AssertionError(
        "not within 60 s; worst now: " + (last == null ? "nothing" : last.worstFirst().getFirst()));
  }

  private static boolean allAnswered(FleetState state) {
    return state.beats().size() == SIZE
        && state.beats().stream()
            .allMatch(beat -> beat.severity() == Severity.OK && beat.looks() >= 2);
  }

  private String sick() {
    return fleet.node(SICK).host();
  }

  private Beat sick(FleetState state) {
    return state.of(sick()).orElseThrow();
  }

  private boolean tops(FleetState state) {
    Beat worst = state.worstFirst().getFirst();
    return worst.instance().id().equals(sick()) && worst.severity() != Severity.OK;
  }

  @ParameterizedTest
  @CsvSource({
    "BUSY, critical, pile-up",
    "LOCK_PILE, critical, lock-waits",
    "REPLICA_STOPPED, critical, replication",
    "LAG, critical, replication"
  })
  void aTroubleTopsTheBoardWithinTwoLooksAndClearsWithinThree(Mood mood, String words, String term)
      throws Exception {
    try (FleetPulse pulse = pulse()) {
      assertThat(pulse).isNotNull();
      long before = sick(until(FakeFleetTest::allAnswered)).looks();
      fleet.node(SICK).become(mood);
      FleetState seen = until(this::tops);
      // One look may have been under way when the trouble began.
      assertThat(sick(seen).looks() - before).isLessThanOrEqualTo(3);
      assertThat(BoardField.words(sick(seen))).isEqualTo(words);
      assertThat(sick(seen).health().worst().orElseThrow().term()).isEqualTo(term);
      assertThat(seen.count(Severity.OK)).isEqualTo(SIZE - 1);
      fleet.node(SICK).become(Mood.HEALTHY);
      long recovered = sick(seen).looks();
      FleetState clear = until(state -> sick(state).severity() == Severity.OK);
      assertThat(sick(clear).looks() - recovered).isLessThanOrEqualTo(4);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TOO_MANY, critical",
    "DENIED, ?",
    "BLACK_HOLE, ?",
    "RESET, ?",
    "HANG_AFTER_HANDSHAKE, ?",
    "HANG_MID_RESULT, ?",
    "GARBAGE, ?"
  })
  void aServerThatDoesNotAnswerTopsTheBoardWithItsFirstMissAndComesBack(Mood mood, String words)
      throws Exception {
    try (FleetPulse pulse = pulse()) {
      assertThat(pulse).isNotNull();
      until(FakeFleetTest::allAnswered);
      fleet.node(SICK).become(mood);
      FleetState seen = until(this::tops);
      assertThat(BoardField.words(sick(seen))).isEqualTo(words);
      assertThat(sick(seen).fault()).isPresent();
      assertThat(seen.count(Severity.OK)).as("the others").isEqualTo(SIZE - 1);
      fleet.node(SICK).become(Mood.HEALTHY);
      FleetState clear = until(state -> sick(state).severity() == Severity.OK);
      assertThat(clear.count(Severity.OK)).isEqualTo(SIZE);
    }
  }

  @Test
  void aSilentServerIsDownAfterTwoMissesAndLeftAloneLongerAndLonger() throws Exception {
    try (FleetPulse pulse = pulse()) {
      assertThat(pulse).isNotNull();
      until(FakeFleetTest::allAnswered);
      int accepted = fleet.node(SICK).accepted();
      fleet.node(SICK).become(Mood.BLACK_HOLE);
      FleetState down = until(state -> sick(state).down());
      assertThat(sick(down).score()).isEqualTo(100);
      assertThat(fleet.node(SICK).accepted() - accepted).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void aRestartIsAGapAndAWarningAndNeverANegativeRate() throws Exception {
    try (FleetPulse pulse = pulse()) {
      assertThat(pulse).isNotNull();
      until(FakeFleetTest::allAnswered);
      fleet.node(SICK).restart();
      FleetState seen =
          until(
              state ->
                  sick(state).fault().isEmpty()
                      && sick(state).health().finding("restart").isPresent());
      assertThat(sick(seen).vitals().orElseThrow().rates().qps()).isNaN();
      FleetState later =
          until(
              state ->
                  sick(state)
                      .fresh()
                      .filter(vitals -> !Double.isNaN(vitals.rates().qps()))
                      .isPresent());
      assertThat(sick(later).vitals().orElseThrow().rates().qps()).isPositive();
    }
  }

  @Test
  void aFarServerAndAHugeRowAreLivedWith() throws Exception {
    try (FleetPulse pulse = pulse()) {
      assertThat(pulse).isNotNull();
      until(FakeFleetTest::allAnswered);
      fleet.node(SICK).become(Mood.FAR_AWAY);
      fleet.node(SICK + 1).become(Mood.HUGE_ROW);
      FleetState seen =
          until(
              state ->
                  sick(state)
                      .fresh()
                      .filter(vitals -> vitals.took().toMillis() >= 200)
                      .isPresent());
      assertThat(BoardField.words(sick(seen))).isNotEqualTo("down");
      long looks = seen.of(fleet.node(SICK + 1).host()).orElseThrow().looks();
      FleetState later =
          until(state -> state.of(fleet.node(SICK + 1).host()).orElseThrow().looks() >= looks + 2);
      assertThat(later.beats()).hasSize(SIZE);
      assertThat(later.count(Severity.OK)).isGreaterThanOrEqualTo(SIZE - 2);
    }
  }

  @Test
  void thirtyPercentOfDeadHostsDelayTheOthersByAtMostOneInterval() throws Exception {
    for (int i = 0; i < SIZE; i++) {
      if (i % 10 < 3) {
        fleet.node(i).become(Mood.BLACK_HOLE);
      }
    }
    try (FleetPulse pulse = pulse()) {
      assertThat(pulse).isNotNull();
      FleetState seen =
          until(
              state ->
                  state.beats().size() == SIZE && living(state).allMatch(FakeFleetTest::twice));
      // None waits for a dead one: no dead one has missed more than its first look by then.
      long waited = seen.beats().stream().filter(beat -> beat.down()).count();
      assertThat(living(seen).count()).isEqualTo(70);
      assertThat(waited).as("dead ones that were given up before the living answered").isZero();
      long looks = living(seen).mapToLong(Beat::looks).min().orElseThrow();
      FleetState later = until(state -> living(state).allMatch(beat -> beat.looks() >= looks + 3));
      long ahead = living(later).mapToLong(Beat::looks).max().orElseThrow();
      assertThat(ahead - looks).as("nobody falls behind").isLessThanOrEqualTo(6);
    }
  }

  private static boolean twice(Beat beat) {
    return beat.looks() >= 2 && beat.fault().isEmpty();
  }

  private java.util.stream.Stream<Beat> living(FleetState state) {
    return fleet.nodes().stream()
        .filter(node -> node.mood() == Mood.HEALTHY)
        .map(node -> state.of(node.host()).orElseThrow());
  }
}
