package org.binnacle.diagnosis.past;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.innodb.InnoDbScene;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.trx.TrxScene;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.diagnosis.watch.SceneRing;
import org.binnacle.kernel.InstanceRef;

/// What the views of one panel have seen of its instances in the last ten minutes. Sessions are
/// looked at as long as the panel is open; all else while its view is in front.
public final class LastLooks implements AutoCloseable {
  private final List<InstanceRef> instances;
  private final Past<Merged> sessions;
  private final Past<List<Rounds.Seen<LockScene>>> locks;
  private final Past<List<Rounds.Seen<TrxScene>>> transactions;
  private final Past<List<Rounds.Seen<ReplicaScene>>> replication;
  private final Past<List<Rounds.Seen<InnoDbScene>>> innodb;
  private final Optional<Rings> rings;
  private Runnable closing = () -> {};

  /// What live looks are put into.
  private record Rings(
      SceneRing sessions,
      LookRing<LockScene> locks,
      LookRing<TrxScene> transactions,
      LookRing<ReplicaScene> replication,
      LookRing<InnoDbScene> innodb) {
    Rings() {
      this(
          new SceneRing(),
          new LookRing<>(new LocksPacking()),
          new LookRing<>(new TrxPacking()),
          new LookRing<>(new ReplicaPacking()),
          new LookRing<>(new InnoDbPacking()));
    }
  }

  /// Of live views.
  public LastLooks(List<InstanceRef> instances) {
    this(instances, new Rings());
  }

  private LastLooks(List<InstanceRef> instances, Rings rings) {
    this.instances = List.copyOf(instances);
    this.sessions = rings.sessions();
    this.locks = rings.locks();
    this.transactions = rings.transactions();
    this.replication = rings.replication();
    this.innodb = rings.innodb();
    this.rings = Optional.of(rings);
  }

  /// Of what was recorded: nothing is added to it.
  public LastLooks(
      List<InstanceRef> instances,
      Past<Merged> sessions,
      Past<List<Rounds.Seen<LockScene>>> locks,
      Past<List<Rounds.Seen<TrxScene>>> transactions,
      Past<List<Rounds.Seen<ReplicaScene>>> replication,
      Past<List<Rounds.Seen<InnoDbScene>>> innodb) {
    this.instances = List.copyOf(instances);
    this.sessions = sessions;
    this.locks = locks;
    this.transactions = transactions;
    this.replication = replication;
    this.innodb = innodb;
    this.rings = Optional.empty();
  }

  public List<InstanceRef> instances() {
    return instances;
  }

  public void sessions(Instant at, Merged scene) {
    rings.ifPresent(live -> live.sessions().put(at, scene));
  }

  public void locks(Instant at, List<Rounds.Seen<LockScene>> seen) {
    rings.ifPresent(live -> live.locks().put(at, seen));
  }

  public void transactions(Instant at, List<Rounds.Seen<TrxScene>> seen) {
    rings.ifPresent(live -> live.transactions().put(at, seen));
  }

  public void replication(Instant at, List<Rounds.Seen<ReplicaScene>> seen) {
    rings.ifPresent(live -> live.replication().put(at, seen));
  }

  public void innodb(Instant at, List<Rounds.Seen<InnoDbScene>> seen) {
    rings.ifPresent(live -> live.innodb().put(at, seen));
  }

  public Past<Merged> sessions() {
    return sessions;
  }

  public Past<List<Rounds.Seen<LockScene>>> locks() {
    return locks;
  }

  public Past<List<Rounds.Seen<TrxScene>>> transactions() {
    return transactions;
  }

  public Past<List<Rounds.Seen<ReplicaScene>>> replication() {
    return replication;
  }

  public Past<List<Rounds.Seen<InnoDbScene>>> innodb() {
    return innodb;
  }

  /// What to run when nobody needs it any more.
  void onClose(Runnable run) {
    closing = run;
  }

  @Override
  public void close() {
    closing.run();
  }
}
