package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.MemoryIncidents;
import org.binnacle.diagnosis.incident.replay.Recording;
import org.binnacle.diagnosis.incident.report.IncidentJson;
import org.binnacle.diagnosis.past.LastLooks;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.tape.MemoryTapes;
import org.binnacle.diagnosis.tape.RecordLimits;
import org.binnacle.diagnosis.tape.Recorder;
import org.binnacle.diagnosis.tape.Recorders;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Records are made of real servers, end at their limits, and are gone back to look by look.
@SuppressWarnings("try")
@Tag("server")
class RecordOnServersTest {
  private static final RecordLimits LIMITS =
      new RecordLimits(Duration.ofMinutes(5), 50_000_000, Duration.ofMillis(500));

  private final MemoryTapes tapes = new MemoryTapes();

  private Incidents incidents(Connections connections, Server server, Diagnosis live) {
    return new Incidents(
        connections,
        () -> List.of(server),
        new MemoryIncidents(),
        tapes,
        Clock.systemUTC(),
        new Incidents.Remembered(
            id -> Optional.empty(), live.panels()::of, id -> Optional.empty()));
  }

  private static Server server(Distribution distribution, RunningServer running) {
    return RealServers.server(
        distribution.name(), running.host(), running.port(), running.user(), Safety.RELAXED);
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void aPileIsFoundAgainInTheRecordAfterItIsGone(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(distribution, running);
    try (TestSchema schema = TestSchema.on(running);
        Connections connections = RealServers.connections(running.password());
        Diagnosis live = RealServers.diagnosis(connections, new FakeAudit(), List.of(server));
        var recorders = new Recorders(live, tapes, Clock.systemUTC())) {
      Recorder recorder = recorders.start("shop", List.of(server.ref()), LIMITS);
      assertThatThrownBy(() -> recorders.start("again", List.of(server.ref()), LIMITS))
          .isInstanceOf(Fault.class);
      Incidents incidents = incidents(connections, server, live);
      Instant pile;
      long waits;
      try (Scene scene = Scene.in(schema)) {
        scene.idleInTransaction(1);
        waits = scene.rowLockWait(1);
        pile = written(incidents, waits);
      }
      looks(recorder, recorder.state().tape().looks() + 6);
      recorder.stop();
      assertThat(recorder.await(Duration.ofSeconds(10))).isTrue();
      assertThat(recorders.running()).isEmpty();
      assertThat(recorder.state().tape().ended()).isEqualTo("stopped by hand");
      assertThat(recorder.state().tape().bytes()).isPositive();

      Incident.Head head = incidents.list("", 10).getFirst();
      assertThat(head.trigger()).isEqualTo(Incident.RECORD);
      assertThat(head.summary()).contains("record of").contains("stopped by hand");
      Recording recording = incidents.recording(head.id());
      assertThat(recording.isRecord()).isTrue();
      LastLooks back = recording.looks(recording.instances());
      List<ProcessRow> rows = back.sessions().at(pile).orElseThrow().scene().rows();
      assertThat(rows)
          .filteredOn(row -> row.id() == waits)
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.sql()).containsIgnoringCase("update");
                assertThat(row.instance().id()).startsWith("recorded:");
              });
      var tree =
          back.locks().at(pile).orElseThrow().scene().getFirst().value().orElseThrow().tree();
      assertThat(tree.waiting()).isEqualTo(1);
      var transactions =
          back.transactions()
              .at(pile)
              .orElseThrow()
              .scene()
              .getFirst()
              .value()
              .orElseThrow()
              .transactions();
      assertThat(transactions).anyMatch(trx -> trx.connectionId() == waits);
      var replication = back.replication().at(pile).orElseThrow().scene().getFirst();
      assertThat(replication.value().orElseThrow().uuid()).isNotEmpty();
      assertThat(replication.value().orElseThrow().channels()).isEmpty();
      var innodb = back.innodb().at(pile).orElseThrow().scene().getFirst().value().orElseThrow();
      assertThat(innodb.instance().id()).startsWith("recorded:");
      assertThat(innodb.figure("pool.hit")).isPresent();
      assertThat(recording.replication(recording.instances()).getFirst().value())
          .hasValueSatisfying(
              scene -> assertThat(scene.uuid()).isEqualTo(replication.value().get().uuid()));
      assertThat(recording.innodb().scenes(recording.instances()).getFirst().value())
          .hasValueSatisfying(scene -> assertThat(scene.figures()).isNotEmpty());
      Instant end = back.sessions().times().getLast();
      assertThat(back.sessions().at(end).orElseThrow().scene().rows())
          .noneMatch(row -> row.id() == waits);
      assertThat(incidents.remove(head.id())).isEmpty();
      assertThat(incidents.list("", 10)).isEmpty();
    }
  }

  /// Waits until what is written of a record that goes on has a moment at which the session waits
  /// in all three of its parts; each comes at a pace of its own.
  private static Instant written(Incidents incidents, long waits) throws InterruptedException {
    var never = new CountDownLatch(1);
    for (int i = 0; i < 240; i++) {
      String id = incidents.list("", 10).getFirst().id();
      Recording recording = incidents.recording(id);
      LastLooks back = recording.looks(recording.instances());
      Optional<Instant> pile =
          back.sessions().times().stream()
              .filter(time -> waits(back, time, waits))
              .reduce((one, later) -> later);
      if (pile.isPresent()) {
        return pile.get();
      }
      assertThat(never.await(250, TimeUnit.MILLISECONDS)).isFalse();
    }
    throw new AssertionError("nothing of the pile was written in a minute");
  }

  private static boolean waits(LastLooks back, Instant time, long id) {
    boolean session =
        back.sessions().at(time).orElseThrow().scene().rows().stream()
            .anyMatch(
                row -> row.id() == id && row.sql().toLowerCase(Locale.ROOT).contains("update"));
    boolean lock =
        back.locks().at(time).stream()
            .flatMap(seen -> seen.scene().getFirst().value().stream())
            .anyMatch(scene -> scene.tree().waiting() == 1);
    boolean transaction =
        back.transactions().at(time).stream()
            .flatMap(seen -> seen.scene().getFirst().value().stream())
            .flatMap(scene -> scene.transactions().stream())
            .anyMatch(trx -> trx.connectionId() == id);
    return session && lock && transaction;
  }

  /// Looks come by themselves; each is told by the recorder.
  private static void looks(Recorder recorder, long wanted) throws InterruptedException {
    var never = new CountDownLatch(1);
    for (int i = 0; i < 600 && recorder.state().tape().looks() < wanted; i++) {
      assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(recorder.state().tape().looks()).isGreaterThanOrEqualTo(wanted);
  }

  @Test
  void aRecordEndsByItselfAfterItsTime() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    Server server = server(Distribution.MYSQL_8_0, running);
    try (Connections connections = RealServers.connections(running.password());
        Diagnosis live = RealServers.diagnosis(connections, new FakeAudit(), List.of(server));
        var recorders = new Recorders(live, tapes, Clock.systemUTC())) {
      var two = new RecordLimits(Duration.ofSeconds(3), 50_000_000, Duration.ofMillis(500));
      Recorder recorder = recorders.start("shop", List.of(server.ref()), two);
      assertThat(recorder.await(Duration.ofSeconds(20))).isTrue();
      assertThat(recorder.state().tape().ended()).isEqualTo("ended after 3 s");
      assertThat(tapes.list().getFirst().looks()).isBetween(2L, 8L);
    }
  }

  @Test
  void aCaptureHoldsWhatAnOpenedPanelHadSeenBefore() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    Server server = server(Distribution.MYSQL_8_0, running);
    try (TestSchema schema = TestSchema.on(running);
        Connections connections = RealServers.connections(running.password());
        Diagnosis live = RealServers.diagnosis(connections, new FakeAudit(), List.of(server));
        LastLooks panel = live.panels().open(List.of(server.ref()))) {
      var seen = new CountDownLatch(12);
      long waits;
      try (Scene scene = Scene.in(schema);
          var watch =
              live.watch(
                  List.of(server.ref()),
                  Duration.ofMillis(500),
                  merged -> {
                    panel.sessions(Instant.now(), merged);
                    seen.countDown();
                  })) {
        scene.idleInTransaction(1);
        waits = scene.rowLockWait(1);
        assertThat(seen.await(60, TimeUnit.SECONDS)).isTrue();
      }
      Incident taken =
          incidents(connections, server, live)
              .capture(List.of(server.ref()), CaptureOptions.byHand(), state -> {}, new Cancel());
      assertThat(taken.recorded().getFirst().grid("before", "sessions").lines())
          .anyMatch(line -> line.number("id", 0) == waits);
      assertThat(taken.recorded().getFirst().grid("sessions", "all").lines())
          .noneMatch(line -> line.number("id", 0) == waits);
      var reopened = new Recording(IncidentJson.read(IncidentJson.write(taken)));
      LastLooks back = reopened.looks(reopened.instances());
      assertThat(back.sessions().times()).hasSizeGreaterThan(1);
      assertThat(back.sessions().times())
          .anyMatch(
              time ->
                  back.sessions().at(time).orElseThrow().scene().rows().stream()
                      .anyMatch(
                          row ->
                              row.id() == waits
                                  && row.sql().toLowerCase(Locale.ROOT).contains("update")));
    }
  }
}
