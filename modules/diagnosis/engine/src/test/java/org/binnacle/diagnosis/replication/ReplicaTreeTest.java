package org.binnacle.diagnosis.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.diagnosis.SessionFaults;
import org.binnacle.diagnosis.health.Silences;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.binnacle.testkit.MemorySettings;
import org.junit.jupiter.api.Test;

class ReplicaTreeTest {
  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

  private static Fault lost() {
    return new Fault(SessionFaults.QUERY, "connection refused");
  }

  private static InstanceRef ref(String name) {
    return new InstanceRef(name, name, name + ":3306", "test", "grey", Safety.RELAXED, "shop");
  }

  private static ReplicaChannel from(String source, long lagS, ReplicaWorker... workers) {
    return new ReplicaChannel(
        "",
        source,
        3306,
        "",
        "repl",
        "Yes",
        true,
        "Replica has read all relay log",
        0,
        "",
        0,
        "",
        OptionalLong.of(lagS),
        OptionalLong.empty(),
        OptionalLong.empty(),
        0,
        true,
        0,
        "",
        "",
        List.of(workers));
  }

  private static ReplicaScene scene(String name, boolean readOnly, ReplicaChannel... channels) {
    return new ReplicaScene(
        ref(name),
        AT,
        Duration.ofMillis(2),
        "uuid-" + name,
        readOnly,
        "",
        List.of(channels),
        0,
        List.of(),
        List.of());
  }

  private static ReplicaMember known(String name, ReplicaChannel... channels) {
    return ReplicaMember.of(scene(name, channels.length > 0, channels));
  }

  private static ReplicaMember lost(ReplicaMember member) {
    return new ReplicaMember(member.instance(), member.known(), Optional.of(lost()), false);
  }

  /// `a source`, `. b relay`: a point for each level.
  private static List<String> drawn(List<ReplicaTree.Place> places) {
    var lines = new ArrayList<String>();
    for (ReplicaTree.Place place : places) {
      lines.add(
          ". ".repeat(place.depth())
              + place.member().instance().name()
              + " "
              + place.role().words());
    }
    return lines;
  }

  @Test
  void aRelayStandsBetweenItsSourceAndItsReplicasInTheOrderGiven() {
    var places =
        ReplicaTree.of(
            List.of(
                known("e"),
                known("c", from("b", 0)),
                known("d", from("a", 0)),
                known("b", from("a", 0)),
                known("a"),
                known("f", from("b", 0))));
    assertThat(drawn(places))
        .containsExactly(
            "e alone", "a source", ". d replica", ". b relay", ". . c replica", ". . f replica");
    assertThat(places).allMatch(place -> place.problem().isEmpty());
  }

  @Test
  void aRingIsCutOpenAtItsFirstAndWhatHangsOnItHangsOnIt() {
    var places =
        ReplicaTree.of(
            List.of(
                known("x", from("b", 0)),
                known("a", from("c", 0)),
                known("b", from("a", 0)),
                known("c", from("b", 0))));
    assertThat(drawn(places)).containsExactly("a ring", ". b ring", ". . x replica", ". . c ring");
    assertThat(places.getFirst().source().orElseThrow().instance().name()).isEqualTo("c");
    assertThat(places.getFirst().problem()).isEmpty();
  }

  @Test
  void twoThatFollowEachOtherAndOneThatFollowsItselfEndToo() {
    assertThat(drawn(ReplicaTree.of(List.of(known("a", from("b", 0)), known("b", from("a", 0))))))
        .containsExactly("a ring", ". b ring");
    assertThat(drawn(ReplicaTree.of(List.of(known("a", from("a", 0))))))
        .containsExactly("a replica");
  }

  @Test
  void aSourceThatWasNeverSeenStandsAboveThoseThatNameIt() {
    var places =
        ReplicaTree.of(
            List.of(
                ReplicaMember.unreachable(ref("a"), lost()),
                known("b", from("a", 0)),
                ReplicaMember.unreachable(ref("z"), lost())));
    assertThat(drawn(places)).containsExactly("a source", ". b replica", "z ?");
    assertThat(places.getFirst().problem()).isEqualTo("unreachable: connection refused");
    assertThat(places.getFirst().member().words(AT)).isEqualTo("unreachable, never seen");
    assertThat(ReplicaState.of(places.getFirst(), Optional.empty()))
        .isEqualTo(new ReplicaState("unreachable", Severity.CRITICAL));
  }

  @Test
  void oneThatIsLostStaysWhereItWasWithItsAge() {
    ReplicaMember relay = lost(known("b", from("a", 2)));
    var places = ReplicaTree.of(List.of(known("a"), relay, known("c", from("b", 0))));
    assertThat(drawn(places)).containsExactly("a source", ". b relay", ". . c replica");
    assertThat(places.get(1).member().words(AT.plusSeconds(125)))
        .startsWith("unreachable, known 2m");
    assertThat(places.get(1).missing()).as("sets of two moments are not compared").isEmpty();
  }

  @Test
  void whatThreeRoundsHaveNotToldIsStaleAndARecordingNeverIs() {
    var scene = scene("b", true, from("a", 0));
    assertThat(seen(scene, Duration.ofSeconds(5), AT.plusSeconds(16)).stale()).isFalse();
    ReplicaMember old = seen(scene, Duration.ofSeconds(5), AT.plusSeconds(17));
    assertThat(old.stale()).isTrue();
    assertThat(old.unreachable()).isFalse();
    assertThat(ReplicaState.of(ReplicaTree.of(List.of(old)).getFirst(), Optional.empty()).word())
        .isEqualTo("stale");
    assertThat(seen(scene, Duration.ZERO, AT.plusSeconds(9_000)).stale()).isFalse();
  }

  private static ReplicaMember seen(ReplicaScene scene, Duration every, Instant now) {
    return ReplicaMember.seen(
            List.of(
                new Rounds.Seen<>(
                    scene.instance(),
                    Optional.of(scene),
                    Optional.of(AT),
                    Optional.empty(),
                    1,
                    every)),
            now)
        .getFirst();
  }

  @Test
  void theWorstProblemGoesFirst() {
    ReplicaMember writable = ReplicaMember.of(scene("b", false, from("a", 0)));
    ReplicaMember late = ReplicaMember.of(scene("b", false, from("a", 400)));
    assertThat(problem(writable)).isEqualTo("a replica that can be written");
    assertThat(problem(late)).isEqualTo("400 s behind");
    assertThat(problem(lost(late))).startsWith("unreachable");
  }

  private static String problem(ReplicaMember member) {
    return ReplicaTree.of(List.of(known("a"), member)).getLast().problem();
  }

  @Test
  void aLongTransactionOfAWorkerIsToldAndAShortOneIsNot() {
    assertThat(from("a", 0, worker(9_000_000)).words()).isEqualTo("applies, 0 s behind");
    assertThat(from("a", 340, worker(340_000_000)).words())
        .startsWith("applies, 340 s behind, worker 3 has applied one transaction for 5m");
    assertThat(worker(4_200_000).words())
        .isEqualTo("applies for 4.20 s, 2 retries, the last one took 3.0 ms");
  }

  private static ReplicaWorker worker(long applyingUs) {
    return new ReplicaWorker(
        3, true, "uuid:7", true, OptionalLong.of(applyingUs), OptionalLong.of(3_000), 2, 0, "");
  }

  @Test
  void maintenanceGoesBeforeWhatIsAcknowledgedAndSilencesEveryTerm() {
    var silences = new Silences(new MemorySettings(), Clock.fixed(AT, ZoneOffset.UTC));
    assertThat(ReplicaMark.of(silences, "b")).isEmpty();
    silences.silence("b", "replication", Duration.ofMinutes(30));
    assertThat(ReplicaMark.of(silences, "b"))
        .contains(new ReplicaMark.Acknowledged(AT.plusSeconds(1_800)));
    silences.maintain("b", Duration.ofHours(2));
    assertThat(ReplicaMark.of(silences, "b"))
        .contains(new ReplicaMark.Maintenance(AT.plusSeconds(7_200)));
    assertThat(silences.until("b", "lock-waits")).contains(AT.plusSeconds(7_200));
    assertThat(ReplicaMark.of(silences, "b").orElseThrow().words(AT, ZoneOffset.UTC))
        .isEqualTo("maintenance until " + AT.plusSeconds(7_200).toString().substring(11, 16));
    assertThat(silences.until("c", "lock-waits")).isEmpty();
    silences.lift("b", Silences.MAINTENANCE);
    assertThat(silences.until("b", "lock-waits")).isEmpty();
  }
}
