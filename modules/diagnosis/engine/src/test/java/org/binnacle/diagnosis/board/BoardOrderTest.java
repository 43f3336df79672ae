package org.binnacle.diagnosis.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.binnacle.kernel.Severity.CRITICAL;
import static org.binnacle.kernel.Severity.OK;
import static org.binnacle.kernel.Severity.UNKNOWN;
import static org.binnacle.kernel.Severity.WARNING;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.binnacle.diagnosis.health.Health;
import org.binnacle.diagnosis.pulse.Beat;
import org.junit.jupiter.api.Test;

final class BoardOrderTest {
  private final BoardOrder order = new BoardOrder();

  private List<String> at(long second, Set<String> held, Beat... beats) {
    return order.of(List.of(beats), held, Instant.ofEpochSecond(second));
  }

  @Test
  void worstFirstWithTheUnknownAfterTheCritical() {
    assertThat(
            at(
                0,
                Set.of(),
                Beats.of("fine", OK, 0),
                Beats.of("warned", WARNING, 40),
                Beats.of("unknown", UNKNOWN, 0),
                Beats.of("bad", CRITICAL, 80),
                Beats.of("worse", CRITICAL, 95)))
        .containsExactly("worse", "bad", "unknown", "warned", "fine");
  }

  @Test
  void aScoreMovesARowOnlyAfterTenSecondsAndABandAtOnce() {
    at(0, Set.of(), Beats.of("a", WARNING, 40), Beats.of("b", WARNING, 30));
    assertThat(at(5, Set.of(), Beats.of("a", WARNING, 40), Beats.of("b", WARNING, 50)))
        .containsExactly("a", "b");
    assertThat(at(10, Set.of(), Beats.of("a", WARNING, 40), Beats.of("b", WARNING, 50)))
        .containsExactly("b", "a");
    assertThat(at(11, Set.of(), Beats.of("a", CRITICAL, 80), Beats.of("b", WARNING, 50)))
        .containsExactly("a", "b");
  }

  @Test
  void aHeldRowStaysWhereItIsWhileOthersMove() {
    at(0, Set.of(), Beats.of("a", WARNING, 40), Beats.of("b", OK, 0), Beats.of("c", OK, 0));
    assertThat(
            at(
                1,
                Set.of("b"),
                Beats.of("a", WARNING, 40),
                Beats.of("b", CRITICAL, 95),
                Beats.of("c", CRITICAL, 80)))
        .containsExactly("c", "b", "a");
    assertThat(
            at(
                2,
                Set.of(),
                Beats.of("a", WARNING, 40),
                Beats.of("b", CRITICAL, 95),
                Beats.of("c", CRITICAL, 80)))
        .containsExactly("b", "c", "a");
  }

  @Test
  void whatLeavesTheFleetLeavesTheBoard() {
    at(0, Set.of(), Beats.of("a", OK, 0), Beats.of("b", OK, 0));
    assertThat(at(1, Set.of("a"), Beats.of("b", OK, 0))).containsExactly("b");
  }

  @Test
  void aFirstAnswerIsNoMove() {
    Beat asked = Beats.of("b", OK, 0);
    var unasked =
        new Beat(
            asked.instance(),
            Optional.empty(),
            Health.UNKNOWN,
            Optional.empty(),
            0,
            "",
            asked.interval());
    at(0, Set.of(), Beats.of("a", WARNING, 40), unasked);
    assertThat(at(1, Set.of(), Beats.of("a", WARNING, 40), asked)).containsExactly("a", "b");
    assertThat(order.moved()).as("the whole board would be lit at its first look").isEmpty();
    at(2, Set.of(), Beats.of("a", WARNING, 40), Beats.of("b", CRITICAL, 90));
    assertThat(order.moved()).containsExactly("b");
  }

  @Test
  void aRowThatMovedOfItsOwnIsToldForASecond() {
    at(0, Set.of(), Beats.of("a", OK, 0), Beats.of("b", OK, 0), Beats.of("c", OK, 0));
    assertThat(order.moved()).as("new ones only came").isEmpty();
    at(1, Set.of(), Beats.of("a", OK, 0), Beats.of("b", OK, 0), Beats.of("c", CRITICAL, 80));
    assertThat(order.moved()).as("others made room").containsExactly("c");
    at(2, Set.of(), Beats.of("a", OK, 0), Beats.of("b", OK, 0), Beats.of("c", CRITICAL, 80));
    assertThat(order.moved()).isEmpty();
    at(3, Set.of(), Beats.of("a", OK, 0), Beats.of("b", OK, 0), Beats.of("c", WARNING, 50));
    assertThat(order.moved()).as("better, and in the same place").isEmpty();
    at(4, Set.of("a"), Beats.of("a", WARNING, 40), Beats.of("b", OK, 0), Beats.of("c", OK, 0));
    assertThat(order.moved()).as("what is held does not move").doesNotContain("a");
  }
}
