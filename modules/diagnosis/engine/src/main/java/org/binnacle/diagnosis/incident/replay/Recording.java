package org.binnacle.diagnosis.incident.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.deadlock.DeadlockParser;
import org.binnacle.diagnosis.deadlock.DeadlockScene;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.innodb.InnoDb;
import org.binnacle.diagnosis.innodb.InnoDbScene;
import org.binnacle.diagnosis.innodb.Monitor;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.past.LastLooks;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.diagnosis.trx.TrxScene;
import org.binnacle.diagnosis.variable.StatusRow;
import org.binnacle.diagnosis.variable.VariableLooks;
import org.binnacle.diagnosis.variable.VariablesScene;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;

/// An incident as the live views see instances. Its instances have ids of their own, which are in
/// no fleet: no view of it can reach a server, and none of it can be taken for a live one.
public final class Recording {
  private static final String PREFIX = "recorded:";

  private final Incident incident;
  private final Function<List<InstanceRef>, LastLooks> looks;
  private final boolean record;

  /// A capture, with the looks of the minutes before that are in it.
  public Recording(Incident incident) {
    this.incident = incident;
    this.looks = BeforeLooks.of(incident, instances(incident));
    this.record = false;
  }

  /// A record by its last moment.
  ///
  /// @param looks what can be gone back to of some of {@link #instances()}
  public Recording(Incident incident, Function<List<InstanceRef>, LastLooks> looks) {
    this.incident = incident;
    this.looks = looks;
    this.record = true;
  }

  /// Whether it is a record: looks at sessions, locks, transactions, replication and InnoDB, and
  /// nothing else.
  public boolean isRecord() {
    return record;
  }

  /// The looks that were recorded of some of its instances, to go back to; blocks.
  public LastLooks looks(List<InstanceRef> wanted) {
    return looks.apply(wanted);
  }

  public Incident incident() {
    return incident;
  }

  public Instant at() {
    return incident.at();
  }

  /// As they stand in the views.
  public List<InstanceRef> instances() {
    return instances(incident);
  }

  /// The same before there is a recording of it.
  public static List<InstanceRef> instances(Incident incident) {
    return incident.recorded().stream().map(Recording::ref).toList();
  }

  private static InstanceRef ref(Recorded one) {
    InstanceRef live = one.instance();
    return new InstanceRef(
        PREFIX + live.id(),
        live.name(),
        live.address(),
        live.environment(),
        live.colour(),
        live.safety(),
        live.cluster());
  }

  /// What was recorded of one that stands in the views.
  public Optional<Recorded> of(InstanceRef instance) {
    return incident.recorded().stream()
        .filter(one -> ref(one).id().equals(instance.id()))
        .findFirst();
  }

  /// The process list.
  public List<Look> sessions(List<InstanceRef> instances) {
    return instances.stream()
        .flatMap(ref -> of(ref).stream())
        .map(
            one ->
                new Look(
                    ref(one),
                    Optional.of(SessionsReplay.of(one, ref(one), at())),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    Duration.ofSeconds(1),
                    1))
        .toList();
  }

  public List<Rounds.Seen<LockScene>> locks(List<InstanceRef> instances) {
    return seen(instances, (one, ref) -> LocksReplay.of(one, ref, at()));
  }

  public List<Rounds.Seen<TrxScene>> transactions(List<InstanceRef> instances) {
    return seen(instances, (one, ref) -> TransactionsReplay.of(one, ref, at()));
  }

  public List<Rounds.Seen<ReplicaScene>> replication(List<InstanceRef> instances) {
    return seen(instances, (one, ref) -> ReplicationReplay.of(one, ref, at()));
  }

  /// The deadlock that InnoDB remembered.
  public List<Rounds.Seen<DeadlockScene>> deadlocks(List<InstanceRef> instances) {
    return seen(
        instances,
        (one, ref) ->
            new DeadlockScene(
                ref,
                -1,
                DeadlockParser.of(one.text("innodb", "status")).stream()
                    .map(deadlock -> new DeadlockScene.Seen(ref, at(), deadlock))
                    .toList(),
                List.of()));
  }

  /// InnoDB's figures and the text of its monitor.
  public InnoDb.Past innodb() {
    return new InnoDb.Past() {
      @Override
      public List<Rounds.Seen<InnoDbScene>> scenes(List<InstanceRef> instances) {
        return seen(instances, (one, ref) -> InnoDbReplay.of(one, ref, at()));
      }

      @Override
      public Optional<Monitor> monitor(InstanceRef instance) {
        return of(instance)
            .map(one -> one.text("innodb", "status"))
            .filter(text -> !text.isEmpty())
            .map(text -> Monitor.of(instance, at(), text));
      }
    };
  }

  /// Variables and the global status.
  public VariableLooks.Past variables() {
    return new VariableLooks.Past() {
      @Override
      public List<Rounds.Seen<VariablesScene>> variables(List<InstanceRef> instances) {
        return seen(instances, (one, ref) -> VariablesReplay.of(one, ref, at()));
      }

      @Override
      public List<Rounds.Seen<List<StatusRow>>> status(List<InstanceRef> instances) {
        return seen(instances, (one, ref) -> StatusReplay.of(one, ref));
      }

      @Override
      public List<InstanceRef> instances() {
        return Recording.this.instances();
      }
    };
  }

  private <T> List<Rounds.Seen<T>> seen(
      List<InstanceRef> instances, BiFunction<Recorded, InstanceRef, T> scene) {
    return instances.stream()
        .flatMap(ref -> of(ref).stream())
        .map(
            one ->
                new Rounds.Seen<>(
                    ref(one),
                    Optional.of(scene.apply(one, ref(one))),
                    Optional.of(at()),
                    Optional.empty(),
                    1,
                    Duration.ZERO))
        .toList();
  }

  /// The statements, of several instances as one.
  public TopWindow statements(List<InstanceRef> instances) {
    return TopWindow.merged(
        instances.stream()
            .flatMap(ref -> of(ref).map(one -> TopSqlReplay.of(one, ref, at())).stream())
            .toList());
  }

  /// Top SQL that shows {@link #statements}.
  public TopSql topSql(Clock clock) {
    Function<List<InstanceRef>, TopWindow> window = this::statements;
    return TopSql.recorded(connections(), fleet(), window, clock);
  }

  /// Refuse everything.
  public Connections connections() {
    return new Refusing();
  }

  /// Knows no server.
  public Fleet fleet() {
    return () -> List.<Server>of();
  }
}
