package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.binnacle.diagnosis.incident.Capture;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.incident.replay.Recording;
import org.binnacle.diagnosis.incident.report.IncidentJson;
import org.binnacle.diagnosis.innodb.Figure;
import org.binnacle.diagnosis.innodb.InnoDbCourse;
import org.binnacle.diagnosis.innodb.InnoDbScene;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.lock.LockNode;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.LockTree;
import org.binnacle.diagnosis.lock.Locks;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was captured comes back as the live views know it.
@SuppressWarnings({"NullAway", "try"})
@Tag("server")
class RecordingOnServersTest {

  static List<Distribution> all() {
    return TestServers.available();
  }

  /// Who waits behind whom and what each frees; waits go on meanwhile, so no times.
  private static List<String> shape(LockTree tree) {
    return tree.nodes().stream().map(RecordingOnServersTest::shape).sorted().toList();
  }

  private static String shape(LockNode node) {
    String locks = node.waits().stream().map(wait -> wait.lock().words()).distinct().toList() + "";
    return node.who().words()
        + " at "
        + node.depth()
        + " blocks "
        + node.blocks()
        + " frees "
        + node.frees()
        + " as "
        + node.party().account()
        + " "
        + node.party().doing()
        + (node.waits().size() > 1 ? "" : " " + locks);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aReopenedPileIsTheLiveOne(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server =
        RealServers.server(
            distribution.name(), running.host(), running.port(), running.user(), Safety.RELAXED);
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connections connections = RealServers.connections(running.password());
        Diagnosis live = RealServers.diagnosis(connections, new FakeAudit(), List.of(server))) {
      long blocker = scene.idleInTransaction(7);
      long middle = scene.holdsAndWaits(8, 7);
      long last = scene.rowLockWait(8);
      LockScene now = new Locks(connections, Clock.systemUTC()).read(server);
      Incident incident =
          new Capture(connections, Clock.systemUTC())
              .take(List.of(server), CaptureOptions.byHand(), state -> {}, new Cancel());
      // As it is after the store or a file.
      var recording = new Recording(IncidentJson.read(IncidentJson.write(incident)));
      List<InstanceRef> instances = recording.instances();
      assertThat(instances).noneMatch(one -> one.id().equals(server.id()));

      LockScene then = recording.locks(instances).getFirst().value().orElseThrow();
      assertThat(shape(then.tree())).isEqualTo(shape(now.tree()));
      assertThat(then.tree().freedBy(java.util.Set.of(then.tree().roots().getFirst().who())))
          .hasSize(2);

      List<ProcessRow> rows =
          recording.sessions(instances).getFirst().snapshot().orElseThrow().rows();
      assertThat(row(rows, blocker).kind()).isEqualTo(Kind.IDLE_IN_TRX);
      assertThat(row(rows, blocker).trx().orElseThrow().rowsModified()).isPositive();
      assertThat(row(rows, last).blocked()).isTrue();
      assertThat(row(rows, last).sql()).containsIgnoringCase("update");
      assertThat(row(rows, middle).user()).isEqualTo(running.user());

      var transactions =
          recording.transactions(instances).getFirst().value().orElseThrow().transactions();
      assertThat(transactions)
          .filteredOn(trx -> trx.connectionId() == last)
          .singleElement()
          .satisfies(trx -> assertThat(trx.waitUs()).isNotNegative());
      assertThat(transactions)
          .filteredOn(trx -> trx.connectionId() == blocker)
          .singleElement()
          .satisfies(trx -> assertThat(trx.idle()).isTrue());
      assertThat(recording.replication(instances).getFirst().value()).isPresent();
      assertThat(recording.statements(instances).rows()).isNotEmpty();

      engine(live, server, recording, instances);

      try (Diagnosis recorded = live.of(recording)) {
        nothingReachesTheServer(recorded, instances, row(rows, blocker));
      }
      assertThat(scene.server().port()).isEqualTo(running.port());
    }
  }

  /// InnoDB's figures, variables and the status are those that the server told.
  private static void engine(
      Diagnosis live, Server server, Recording recording, List<InstanceRef> instances) {
    InnoDbScene innodb = recording.innodb().scenes(instances).getFirst().value().orElseThrow();
    assertThat(innodb.measured()).isGreaterThan(java.time.Duration.ofSeconds(1));
    assertThat(innodb.figure("locks.waiting").orElseThrow().value()).isEqualTo("2");
    assertThat(innodb.figure("purge.history")).isPresent();
    assertThat(innodb.figure("pool.hit")).isPresent();
    var alive = live.innodb().look(server);
    assertThat(innodb.figures())
        .extracting(Figure::key)
        .containsAll(
            new InnoDbCourse()
                .enter(alive).figures().stream()
                    .map(Figure::key)
                    // A capture does not take the latches.
                    .filter(key -> !key.startsWith("latch"))
                    .toList());
    assertThat(recording.innodb().monitor(instances.getFirst()).orElseThrow().sections())
        .extracting(part -> part.title())
        .contains("TRANSACTIONS");

    var then = recording.variables().variables(instances).getFirst().value().orElseThrow().look();
    var now = live.variables().read(server).look();
    assertThat(then.values()).containsEntry("port", String.valueOf(server.port()));
    assertThat(then.values().keySet()).hasSizeGreaterThan(300);
    for (var variable : then.variables()) {
      now.variables().stream()
          .filter(one -> one.name().equals(variable.name()))
          .findFirst()
          .ifPresent(
              one -> assertThat(variable.origin()).as(variable.name()).isEqualTo(one.origin()));
    }
    var status = recording.variables().status(instances).getFirst().value().orElseThrow();
    assertThat(status)
        .filteredOn(row -> row.name().equals("uptime"))
        .singleElement()
        .satisfies(row -> assertThat(row.perS().orElseThrow()).isBetween(0.3, 3.0));
  }

  private static ProcessRow row(List<ProcessRow> rows, long id) {
    return rows.stream().filter(row -> row.id() == id).findFirst().orElseThrow();
  }

  private static void nothingReachesTheServer(
      Diagnosis recorded, List<InstanceRef> instances, ProcessRow row) throws Exception {
    assertThat(recorded.recordedAt()).isPresent();
    var told = new CompletableFuture<Merged>();
    try (var watch = recorded.watch(instances, java.time.Duration.ofSeconds(1), told::complete)) {
      assertThat(told.get(5, TimeUnit.SECONDS).rows()).contains(row);
    }
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () -> recorded.planKill(instances.getFirst(), Verb.QUERY, List.of(Target.of(row))));
    assertThat(fault.code()).isEqualTo(SessionFaults.NO_INSTANCE);
    assertThat(
            catchThrowableOfType(
                    Fault.class,
                    () ->
                        new Recording(recordedOf())
                            .connections()
                            .monitor(
                                RealServers.server("x", "127.0.0.1", 1, "x", Safety.RELAXED),
                                session -> 1))
                .code())
        .isEqualTo(IncidentFaults.RECORDED);
  }

  private static Incident recordedOf() {
    return new Incident(
        "00000000-0000-0000-0000-000000000000",
        java.time.Instant.EPOCH,
        java.time.Duration.ZERO,
        "",
        "",
        "",
        false,
        List.of(),
        List.of());
  }
}
