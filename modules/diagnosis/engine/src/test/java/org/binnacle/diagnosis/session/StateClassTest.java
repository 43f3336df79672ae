package org.binnacle.diagnosis.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StateClassTest {
  private static ProcessRow row(Kind kind, String state) {
    return Samples.of(7, kind, "app", "Query", state, 2_000_000, "SELECT 1");
  }

  @ParameterizedTest
  @CsvSource({
    "executing, RUNS",
    "Sending data, RUNS",
    "statistics, RUNS",
    "'', RUNS",
    "Sending to client, NETWORK",
    "Writing to net, NETWORK",
    "Creating sort index, SORTS",
    "converting HEAP to ondisk, SORTS",
    "Copying to tmp table on disk, SORTS",
    "altering table, SORTS",
    "committing alter table to storage engine, SORTS",
    "waiting for handler commit, COMMITS",
    "Commit, COMMITS",
    "query end, COMMITS",
    "Waiting for semi-sync ACK from replica, COMMITS",
    "Waiting for table metadata lock, TABLE_LOCK",
    "Waiting for global read lock, TABLE_LOCK",
    "Waiting for backup lock, TABLE_LOCK",
    "Waiting for table flush, TABLE_LOCK",
    "User lock, ROW_LOCK"
  })
  void statesOfServersAreKnown(String state, StateClass wanted) {
    assertThat(StateClass.of(row(Kind.ACTIVE, state))).isEqualTo(wanted);
  }

  @Test
  void whoWaitsForARowIsNotSaidToRun() {
    assertThat(StateClass.of(Samples.update())).isEqualTo(StateClass.ROW_LOCK);
  }

  @Test
  void onlyActiveOnesCount() {
    assertThat(
            StateClass.count(
                List.of(
                    row(Kind.ACTIVE, "executing"),
                    row(Kind.ACTIVE, "executing"),
                    row(Kind.SLEEPING, ""),
                    row(Kind.IDLE_IN_TRX, ""),
                    Samples.update())))
        .isEqualTo(Map.of(StateClass.RUNS, 2L, StateClass.ROW_LOCK, 1L));
  }
}
