package org.binnacle.diagnosis.tape;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.innodb.InnoDbScene;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.LockTree;
import org.binnacle.diagnosis.past.Deflated;
import org.binnacle.diagnosis.past.InnoDbPacking;
import org.binnacle.diagnosis.past.LocksPacking;
import org.binnacle.diagnosis.past.Packing;
import org.binnacle.diagnosis.past.Parts;
import org.binnacle.diagnosis.past.Past.Then;
import org.binnacle.diagnosis.past.ReplicaPacking;
import org.binnacle.diagnosis.past.TrxPacking;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.session.Load;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.trx.TrxScene;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.diagnosis.watch.RowUnpacker;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;

/// Reads a block of {@link BlockWriter}. Nothing in it becomes more than texts and numbers.
final class BlockReader {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final List<InstanceRef> instances;
  private final In in;

  /// Of the scene that was read last.
  private Instant headAt = Instant.EPOCH;

  private final List<Then<Merged>> sessions = new ArrayList<>();
  private final List<Then<List<Rounds.Seen<LockScene>>>> locks = new ArrayList<>();
  private final List<Then<List<Rounds.Seen<TrxScene>>>> transactions = new ArrayList<>();
  private final List<Then<List<Rounds.Seen<ReplicaScene>>>> replication = new ArrayList<>();
  private final List<Then<List<Rounds.Seen<InnoDbScene>>>> innodb = new ArrayList<>();

  /// All that is in a block, each oldest first.
  record Read(
      List<Then<Merged>> sessions,
      List<Then<List<Rounds.Seen<LockScene>>>> locks,
      List<Then<List<Rounds.Seen<TrxScene>>>> transactions,
      List<Then<List<Rounds.Seen<ReplicaScene>>>> replication,
      List<Then<List<Rounds.Seen<InnoDbScene>>>> innodb) {}

  private BlockReader(byte[] plain, List<InstanceRef> instances) {
    this.instances = instances;
    this.in = new In(plain);
  }

  /// @param instances as they are to stand in what is read, in the record's order
  static Read read(TapeBlock block, List<InstanceRef> instances) {
    var reader = new BlockReader(Deflated.plain(block.packed()), instances);
    reader.all();
    return new Read(
        reader.sessions, reader.locks, reader.transactions, reader.replication, reader.innodb);
  }

  private void all() {
    long version = in.number();
    if (version < 1 || version > BlockWriter.VERSION) {
      throw new Fault(IncidentFaults.NEWER, "a record of another version");
    }
    List<ProcessRow> before = List.of();
    while (in.more()) {
      int kind = (int) in.number();
      Instant at = in.moment();
      switch (kind) {
        case BlockWriter.SESSIONS -> before = sessions(at, before);
        case BlockWriter.LOCKS ->
            locks.add(new Then<>(at, scenes(new LocksPacking(), this::lockScene)));
        case BlockWriter.TRANSACTIONS ->
            transactions.add(new Then<>(at, scenes(new TrxPacking(), this::trxScene)));
        case BlockWriter.REPLICATION ->
            replication.add(
                new Then<>(at, silent(scenes(new ReplicaPacking(), this::replicaScene))));
        case BlockWriter.INNODB ->
            innodb.add(new Then<>(at, scenes(new InnoDbPacking(), this::innoDbScene)));
        default -> throw In.damaged();
      }
    }
  }

  private List<ProcessRow> sessions(Instant at, List<ProcessRow> before) {
    int many = in.length();
    var looks = new ArrayList<Look>();
    for (int i = 0; i < many; i++) {
      looks.add(look());
    }
    List<ProcessRow> rows;
    try {
      rows = RowUnpacker.unpack(in.block(), before, instances);
    } catch (IndexOutOfBoundsException e) {
      throw In.damaged();
    }
    sessions.add(new Then<>(at, merged(looks, rows)));
    return rows;
  }

  private static Merged merged(List<Look> bare, List<ProcessRow> rows) {
    Map<String, List<ProcessRow>> byInstance = new HashMap<>();
    rows.forEach(
        row -> byInstance.computeIfAbsent(row.instance().id(), id -> new ArrayList<>()).add(row));
    return Merged.of(
        bare.stream()
            .map(look -> look.with(byInstance.getOrDefault(look.instance().id(), List.of())))
            .toList());
  }

  private Look look() {
    InstanceRef instance = instance();
    String fault = in.text();
    Duration interval = in.span();
    Optional<ProcessSnapshot> snapshot =
        in.flag() ? Optional.of(snapshot(instance)) : Optional.empty();
    return new Look(
        instance,
        snapshot,
        fault.isEmpty()
            ? Optional.empty()
            : Optional.of(new Fault(IncidentFaults.NO_ANSWER_THEN, fault)),
        0,
        Optional.empty(),
        interval,
        1);
  }

  private ProcessSnapshot snapshot(InstanceRef instance) {
    return new ProcessSnapshot(
        instance,
        in.moment(),
        in.span(),
        List.of(),
        new Load(in.number(), in.number(), in.number()),
        in.flag(),
        in.flag(),
        ProcessSnapshot.RECORDED,
        in.texts());
  }

  private InstanceRef instance() {
    int place = (int) in.number();
    if (place < 0 || place >= instances.size()) {
      throw In.damaged();
    }
    return instances.get(place);
  }

  private <T> List<Rounds.Seen<T>> scenes(Packing<T> packing, Function<InstanceRef, T> head) {
    int many = in.length();
    var seen = new ArrayList<Rounds.Seen<T>>();
    for (int i = 0; i < many; i++) {
      InstanceRef instance = instance();
      T bare = head.apply(instance);
      T scene = packing.full(bare, Parts.read(in.block()));
      seen.add(
          new Rounds.Seen<>(
              instance, Optional.of(scene), Optional.of(headAt), Optional.empty(), 1, LOOK));
    }
    return seen;
  }

  /// With those that did not answer, beside what was known of them before.
  private <T> List<Rounds.Seen<T>> silent(List<Rounds.Seen<T>> known) {
    var all = new ArrayList<>(known);
    int many = in.length();
    for (int i = 0; i < many; i++) {
      InstanceRef instance = instance();
      var fault = new Fault(IncidentFaults.NO_ANSWER_THEN, in.text());
      Optional<Rounds.Seen<T>> before =
          known.stream().filter(one -> one.instance().id().equals(instance.id())).findFirst();
      before.ifPresent(all::remove);
      all.add(
          new Rounds.Seen<>(
              instance,
              before.flatMap(Rounds.Seen::value),
              before.flatMap(Rounds.Seen::at),
              Optional.of(fault),
              1,
              LOOK));
    }
    return all;
  }

  private LockScene lockScene(InstanceRef instance) {
    headAt = in.moment();
    return new LockScene(
        instance, headAt, in.span(), LockTree.NONE, in.texts(), in.texts(), denied());
  }

  private TrxScene trxScene(InstanceRef instance) {
    headAt = in.moment();
    Duration took = in.span();
    long history = in.number();
    return new TrxScene(instance, headAt, took, List.of(), history, in.texts(), denied());
  }

  private ReplicaScene replicaScene(InstanceRef instance) {
    headAt = in.moment();
    return new ReplicaScene(
        instance, headAt, in.span(), "", false, "", List.of(), -1, in.texts(), denied());
  }

  private InnoDbScene innoDbScene(InstanceRef instance) {
    headAt = in.moment();
    return new InnoDbScene(
        instance, headAt, in.span(), Duration.ZERO, List.of(), Map.of(), in.texts(), denied());
  }

  private List<Denied> denied() {
    List<String> what = in.texts();
    List<String> grants = in.texts();
    var denied = new ArrayList<Denied>();
    for (int i = 0; i < Math.min(what.size(), grants.size()); i++) {
      denied.add(new Denied(what.get(i), grants.get(i)));
    }
    return denied;
  }
}
