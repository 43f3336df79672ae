package org.binnacle.diagnosis.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.9:4711, 10.0.0.9, 4711",
    "localhost, localhost, 0",
    "app-07.shop.local:51234, app-07.shop.local, 51234",
    "[::1]:4711, ::1, 4711",
    "fe80::1:4711, fe80::1, 4711",
    "host:70000, host:70000, 0",
    "host:, host:, 0",
    ":80, :80, 0"
  })
  void aHostIsSplitIntoAddressAndPort(String host, String ip, int port) {
    assertThat(Client.of(host)).isEqualTo(new Client(ip, port));
  }

  @ParameterizedTest
  @CsvSource({
    "app, Query, updating, false, ACTIVE",
    "app, Sleep, '', false, SLEEPING",
    "app, Sleep, '', true, IDLE_IN_TRX",
    "app, Execute, '', true, ACTIVE",
    "repl, Binlog Dump GTID, Source has sent all binlog to replica, false, BINLOG_DUMP",
    "system user, Connect, Waiting for source to send event, false, REPLICATION_IDLE",
    "system user, Query, Replica has read all relay log; waiting for more updates, false,"
        + " REPLICATION_IDLE",
    "system user, Query, Applying batch of row changes (update), true, REPLICATION",
    "system user, Slave_worker, Waiting for work from SQL thread, false, REPLICATION_IDLE",
    "system user, Daemon, InnoDB purge coordinator, false, DAEMON",
    "event_scheduler, Daemon, Waiting on empty queue, false, DAEMON"
  })
  void aThreadIsWhatItsUserCommandAndStateSay(
      String user, String command, String state, boolean trx, Kind kind) {
    assertThat(Kinds.of(user, command, state, trx)).isEqualTo(kind);
  }

  @Test
  void theNoiseIsHiddenAndCountedByReason() {
    var rows =
        List.of(
            Samples.update(),
            Samples.sleeper(1),
            Samples.sleeper(2),
            Samples.of(3, Kind.DAEMON, "event_scheduler", "Daemon", "", 0, ""),
            Samples.of(4, Kind.IDLE_IN_TRX, "app", "Sleep", "", 0, ""),
            Samples.of(5, Kind.OWN, "dba", "Query", "", 0, ""));
    var sifted = NoiseFilter.standard().sift(rows);
    assertThat(sifted.rows()).extracting(ProcessRow::id).containsExactly(4711L, 4L);
    assertThat(sifted.hidden())
        .isEqualTo(Map.of(Noise.SLEEPING, 2L, Noise.DAEMON, 1L, Noise.OWN, 1L));
    assertThat(sifted.hiddenCount()).isEqualTo(4);
    assertThat(NoiseFilter.standard().with(Noise.SLEEPING, false).sift(rows).rows()).hasSize(4);
    assertThat(NoiseFilter.everything().sift(rows).rows()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, ''",
    "0, 0 s",
    "400, 400 µs",
    "1400, 1.4 ms",
    "12345, 12 ms",
    "912000, 912 ms",
    "9129999, 9.12 s",
    "71230000, 71.2 s",
    "119999999, 119.9 s",
    "120000000, 2m00s",
    "372000000, 6m12s",
    "11100000000, 3h05m",
    "187200000000, 2d04h"
  })
  void timesCarryTheirUnit(long us, String words) {
    assertThat(Span.words(us)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "Waiting for table metadata lock, true",
    "Waiting for global read lock, true",
    "User lock, true",
    "updating, false",
    "Waiting for handler commit, false"
  })
  void waitingForALockIsSeenInTheState(String state, boolean blocked) {
    var row = Samples.of(1, Kind.ACTIVE, "app", "Query", state, 5, "ALTER TABLE t");
    assertThat(row.blocked()).isEqualTo(blocked);
  }

  @Test
  void aRowLockWaitIsSeenInTheTransaction() {
    assertThat(Samples.update().blocked()).isTrue();
  }
}
