package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.binnacle.diagnosis.board.BoardField;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.replication.HeartbeatRules;
import org.binnacle.kernel.Severity;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The board's lag is that of the heartbeat table that is named for a replica.
@Tag("server")
class BoardHeartbeatOnServersTest {
  static List<Distribution> families() {
    return TestServers.available().stream()
        .filter(one -> one == Distribution.MYSQL_8_0 || one == Distribution.MARIADB_11_4)
        .toList();
  }

  private static Beat until(LinkedBlockingQueue<Beat> beats, Predicate<Vitals> wanted)
      throws InterruptedException {
    Beat last = null;
    for (int i = 0; i < 400; i++) {
      Beat beat = beats.poll(1, TimeUnit.SECONDS);
      last = beat == null ? last : beat;
      if (beat != null && beat.fresh().filter(wanted).isPresent()) {
        return beat;
      }
      if (beat == null && i > 30) {
        break;
      }
    }
    throw new AssertionError("never so: " + last);
  }

  private static boolean byHeartbeat(Vitals seen) {
    return seen.replication().channels().stream().anyMatch(one -> one.byHeartbeat());
  }

  @ParameterizedTest
  @MethodSource("families")
  void aStoppedApplierLagsMoreAndMoreByHeartbeat(Distribution distribution) throws Exception {
    var settings = new MemorySettings();
    settings.put(HeartbeatRules.SETTING, "ops.beat");
    var beats = new LinkedBlockingQueue<Beat>();
    try (var here = new Followers(distribution)) {
      here.onSource(
          "CREATE DATABASE ops",
          "CREATE TABLE ops.beat (ts VARCHAR(26) NOT NULL, server_id INT UNSIGNED PRIMARY KEY)",
          "INSERT INTO ops.beat SELECT DATE_FORMAT(NOW(6) - INTERVAL 47 SECOND,"
              + " '%Y-%m-%dT%H:%i:%s.%f'), @@server_id");
      here.replicated();
      try (Diagnosis diagnosis =
              RealServers.diagnosis(
                  here.connections, new FakeAudit(), List.of(here.source, here.replica), settings);
          var pulse =
              diagnosis.pulse(
                  Duration.ofSeconds(1),
                  state -> state.of(here.replica.id()).ifPresent(beats::add))) {
        assertThat(pulse).isNotNull();
        Beat late = until(beats, seen -> byHeartbeat(seen) && seen.lagS().orElse(0) >= 47);
        assertThat(late.fresh().orElseThrow().lagS().orElse(0)).isBetween(47L, 200L);

        here.stop("SQL_THREAD");
        Beat stopped =
            until(
                beats,
                seen ->
                    byHeartbeat(seen)
                        && seen.replication().channels().stream().noneMatch(one -> one.applying()));
        assertThat(BoardField.lag(stopped)).isEqualTo("applier stopped");
        assertThat(BoardField.lagWords(stopped))
            .startsWith("the applier (SQL thread) is stopped; ")
            .endsWith(" behind, by heartbeat table ops.beat");
        long then = stopped.fresh().orElseThrow().lagS().orElse(0);
        Beat later = until(beats, seen -> seen.lagS().orElse(0) >= then + 2);
        assertThat(later.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(later.health().toString()).contains("applies nothing", "by heartbeat");
        assertThat(
                here.connections.asked(here.source).stream()
                    .filter(asked -> asked.mark().equals("beat")))
            .as("a source is not asked")
            .isEmpty();

        // One that is not there is left out and told once; the rest of the look goes on.
        settings.put(HeartbeatRules.SETTING, "ops.nothing");
        Beat without =
            until(
                beats,
                seen ->
                    seen.denied().stream().anyMatch(one -> one.toString().contains("HEARTBEAT")));
        assertThat(byHeartbeat(without.fresh().orElseThrow())).isFalse();
        assertThat(BoardField.lagWords(without)).endsWith("lag not known to the server");
        assertThat(without.fault()).isEmpty();
      }
    }
  }
}
