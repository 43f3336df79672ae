package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.replication.Advice;
import org.binnacle.diagnosis.replication.ReplicaChannel;
import org.binnacle.diagnosis.replication.ReplicaTree;
import org.binnacle.kernel.Severity;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a replica's troubles look like on real servers: each is made, told, and mended again.
@Tag("server")
class ReplicationOnServersTest {
  private static final Map<Distribution, Followers> ALL = new EnumMap<>(Distribution.class);

  static List<Distribution> families() {
    return TestServers.available().stream()
        .filter(one -> one == Distribution.MYSQL_8_0 || one == Distribution.MARIADB_11_4)
        .toList();
  }

  private static Followers of(Distribution distribution) {
    return ALL.computeIfAbsent(distribution, Followers::new);
  }

  @AfterAll
  static void close() {
    ALL.values().forEach(Followers::close);
    ALL.clear();
  }

  private static String advice(ReplicaChannel channel) {
    ReplicaChannel.Error error = channel.errors().getFirst();
    String words = Advice.on(error.number(), error.text()).orElse("");
    assertThat(words.replace("do not skip", ""))
        .as("never proposes to skip")
        .doesNotContain("skip");
    return words;
  }

  private static ReplicaTree.Place place(Followers here) {
    return ReplicaTree.now(List.of(here.look(here.source), here.look(here.replica))).getLast();
  }

  /// What the board says of the replica, as soon as it says that it is critical.
  private static Beat board(Followers here) throws Exception {
    var critical = new CompletableFuture<Beat>();
    try (Diagnosis diagnosis =
            RealServers.diagnosis(
                here.connections, new FakeAudit(), List.of(here.source, here.replica));
        var pulse =
            diagnosis.pulse(
                Duration.ofSeconds(1),
                state -> {
                  Beat beat = state.of(here.replica.id()).orElse(null);
                  if (beat != null && beat.severity() == Severity.CRITICAL) {
                    critical.complete(beat);
                  }
                })) {
      assertThat(pulse).isNotNull();
      return critical.get(30, TimeUnit.SECONDS);
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void aRowThatIsThereAlreadyStopsTheApplierAndTheAdviceIsToRepair(Distribution distribution)
      throws Exception {
    Followers here = of(distribution);
    here.onSource("CREATE DATABASE doubled", "CREATE TABLE doubled.t (id INT PRIMARY KEY, v INT)");
    here.replicated();
    ReplicaChannel well =
        here.until(
            channel ->
                channel.severity() == Severity.OK
                    && channel.words().startsWith("applies, 0 s behind"));
    assertThat(well.errors()).isEmpty();
    if (distribution == Distribution.MYSQL_8_0) {
      assertThat(well.workers()).hasSize(4).allMatch(worker -> worker.running());
    }
    here.writeOnReplica(false, "INSERT INTO doubled.t VALUES (1, 0)");
    here.onSource("INSERT INTO doubled.t VALUES (1, 1)");
    // The coordinator has stopped a moment before its worker's error stands there.
    ReplicaChannel stopped =
        here.until(
            channel ->
                !channel.applying()
                    && channel.errors().stream()
                        .anyMatch(error -> error.text().contains("Duplicate entry")));
    assertThat(stopped.receiving()).isTrue();
    assertThat(stopped.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(stopped.words()).isEqualTo("receives but does not apply: error 1062");
    assertThat(stopped.errors()).hasSize(1);
    assertThat(stopped.errors().getFirst().text()).contains("Duplicate entry '1'");
    assertThat(advice(stopped)).contains("Compare the row with the source", "read_only");
    Beat beat = board(here);
    assertThat(beat.problem()).contains("applies nothing");
    here.writeOnReplica(false, "DELETE FROM doubled.t");
    here.start("");
    here.replicated();
    assertThat(here.rowsOnReplica("doubled.t")).isEqualTo(1);
    here.until(channel -> channel.severity() == Severity.OK);
    here.onSource("DROP DATABASE doubled");
    here.replicated();
  }

  @ParameterizedTest
  @MethodSource("families")
  void aWrongPasswordIsToldAsTheReceiversErrorWithWhatToDo(Distribution distribution)
      throws Exception {
    Followers here = of(distribution);
    here.until(channel -> channel.severity() == Severity.OK);
    here.stop("");
    here.change("PASSWORD='wrong'");
    here.start("");
    ReplicaChannel refused = here.until(channel -> channel.receiverErrorNumber() != 0);
    assertThat(refused.receiving()).isFalse();
    assertThat(refused.applying()).isTrue();
    assertThat(refused.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(refused.receiverErrorNumber()).isEqualTo(1045);
    assertThat(refused.words()).startsWith("applies but does not receive").contains("error 1045");
    assertThat(advice(refused)).contains("replication account", "password");
    assertThat(board(here).problem()).contains("receives nothing");
    here.stop("");
    here.change("PASSWORD='" + here.sourceServer().password() + "'");
    here.start("");
    here.until(channel -> channel.severity() == Severity.OK);
  }

  @ParameterizedTest
  @MethodSource("families")
  void aDelayOnPurposeIsNoTroubleAndSaidSo(Distribution distribution) throws Exception {
    Followers here = of(distribution);
    here.until(channel -> channel.severity() == Severity.OK);
    here.stop("");
    here.onReplica(
        distribution == Distribution.MYSQL_8_0
            ? "CHANGE REPLICATION SOURCE TO SOURCE_DELAY=900"
            : "CHANGE MASTER TO MASTER_DELAY=900");
    here.start("");
    here.onSource("CREATE DATABASE later");
    ReplicaChannel late = here.until(channel -> channel.delayS() == 900 && channel.receiving());
    assertThat(late.words()).contains("(900 s on purpose)");
    assertThat(late.severity()).isEqualTo(Severity.OK);
    here.until(channel -> place(here).missing().orElse(0) == 1);
    here.stop("");
    here.onReplica(
        distribution == Distribution.MYSQL_8_0
            ? "CHANGE REPLICATION SOURCE TO SOURCE_DELAY=0"
            : "CHANGE MASTER TO MASTER_DELAY=0");
    here.start("");
    here.onSource("DROP DATABASE later");
    here.replicated();
  }

  @ParameterizedTest
  @MethodSource("families")
  void aStoppedApplierLeavesAGapThatIsCountedByGtid(Distribution distribution) throws Exception {
    Followers here = of(distribution);
    here.onSource("CREATE DATABASE gap", "CREATE TABLE gap.t (id INT PRIMARY KEY)");
    here.replicated();
    here.until(channel -> channel.severity() == Severity.OK);
    here.stop("SQL_THREAD");
    for (int i = 0; i < 5; i++) {
      here.onSource("INSERT INTO gap.t VALUES (" + i + ")");
    }
    ReplicaChannel stopped =
        here.until(channel -> !channel.applying() && place(here).missing().orElse(0) == 5);
    assertThat(stopped.errors()).isEmpty();
    assertThat(stopped.severity()).isEqualTo(Severity.CRITICAL);
    if (distribution == Distribution.MYSQL_8_0) {
      assertThat(here.until(channel -> channel.toApply().orElse(0) == 5).toApply()).hasValue(5);
    }
    here.start("SQL_THREAD");
    here.replicated();
    assertThat(place(here).missing()).hasValue(0);
    here.onSource("DROP DATABASE gap");
    here.replicated();
  }

  @ParameterizedTest
  @MethodSource("families")
  void aHeartbeatTellsTheLagWhereTheServersCountSaysNothing(Distribution distribution)
      throws Exception {
    Followers here = of(distribution);
    here.onSource(
        "CREATE DATABASE heartbeat",
        "CREATE TABLE heartbeat.heartbeat (ts VARCHAR(26) NOT NULL, server_id INT UNSIGNED PRIMARY"
            + " KEY)",
        "INSERT INTO heartbeat.heartbeat SELECT DATE_FORMAT(NOW(6) - INTERVAL 47 SECOND,"
            + " '%Y-%m-%dT%H:%i:%s.%f'), @@server_id");
    try {
      here.replicated();
      // The server's own count is over a second for a moment after an event came.
      ReplicaChannel late =
          here.until(
              channel -> channel.heartbeatS().isPresent() && channel.behindS().orElse(-1) == 0);
      assertThat(late.heartbeatS().getAsLong()).isBetween(46L, 120L);
      assertThat(late.lagS()).isEqualTo(late.heartbeatS());
      assertThat(late.severity()).isEqualTo(Severity.WARNING);
    } finally {
      here.onSource("DROP DATABASE heartbeat");
      here.replicated();
    }
    assertThat(here.until(channel -> channel.heartbeatS().isEmpty()).severity())
        .isEqualTo(Severity.OK);
  }

  @ParameterizedTest
  @MethodSource("families")
  void aSourceThatIsGoneIsToldWithWhatToCheck(Distribution distribution) {
    try (var here = new Followers(distribution)) {
      here.until(channel -> channel.severity() == Severity.OK);
      here.sourceServer().close();
      ReplicaChannel alone = here.until(channel -> channel.receiverErrorNumber() != 0);
      assertThat(alone.applying()).isTrue();
      assertThat(alone.severity()).isEqualTo(Severity.CRITICAL);
      assertThat(alone.receiverErrorNumber()).isIn(2003, 2013);
      assertThat(advice(alone)).contains("source");
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void whatAReplicaWroteItselfIsErrant(Distribution distribution) throws Exception {
    if (distribution != Distribution.MYSQL_8_0) {
      return;
    }
    try (var here = new Followers(distribution)) {
      here.until(channel -> channel.severity() == Severity.OK);
      here.writeOnReplica(true, "CREATE DATABASE own_doing", "DROP DATABASE own_doing");
      ReplicaTree.Place place = place(here);
      assertThat(place.errant()).isEqualTo(2);
      assertThat(place.errantSet()).isEqualTo(here.look(here.replica).uuid() + ":1-2");
      assertThat(place.problem()).isEqualTo("2 errant transactions of its own");
    }
  }
}
