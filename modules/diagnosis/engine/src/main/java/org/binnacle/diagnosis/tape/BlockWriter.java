package org.binnacle.diagnosis.tape;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.binnacle.diagnosis.innodb.InnoDbScene;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.past.Deflated;
import org.binnacle.diagnosis.past.InnoDbPacking;
import org.binnacle.diagnosis.past.LocksPacking;
import org.binnacle.diagnosis.past.Packing;
import org.binnacle.diagnosis.past.Parts;
import org.binnacle.diagnosis.past.ReplicaPacking;
import org.binnacle.diagnosis.past.TrxPacking;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.trx.TrxScene;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.diagnosis.watch.RowPacker;
import org.binnacle.kernel.Fault;

/// Makes one block: sessions as differences from the look before, the first look whole; all else in
/// the parts of an incident. See {@link BlockReader} for the way back.
final class BlockWriter {
  /// 1 had neither replication nor InnoDB.
  static final int VERSION = 2;

  static final int SESSIONS = 1;
  static final int LOCKS = 2;
  static final int TRANSACTIONS = 3;
  static final int REPLICATION = 4;
  static final int INNODB = 5;

  /// How many kinds of looks there are, from 1.
  static final int KINDS = 5;

  private final int seq;
  private final List<String> ids;
  private final Out out = new Out();
  private final TapeIndex index = new TapeIndex();
  private final LocksPacking locking = new LocksPacking();
  private final TrxPacking trxing = new TrxPacking();
  private final ReplicaPacking replicating = new ReplicaPacking();
  private final InnoDbPacking figuring = new InnoDbPacking();
  private List<ProcessRow> before = List.of();
  private Optional<Instant> first = Optional.empty();
  private Instant last = Instant.EPOCH;
  private int looks;

  /// @param ids of the record's instances, in their order
  BlockWriter(int seq, List<String> ids) {
    this.seq = seq;
    this.ids = ids;
    out.number(VERSION);
  }

  int looks() {
    return looks;
  }

  int size() {
    return out.size();
  }

  boolean isEmpty() {
    return first.isEmpty();
  }

  /// What is kept of a moment is whole milliseconds.
  private void begin(int kind, Instant moment) {
    Instant at = Instant.ofEpochMilli(moment.toEpochMilli());
    first = first.or(() -> Optional.of(at));
    last = at;
    index.of(kind).add(at);
    out.number(kind);
    out.moment(at);
  }

  void sessions(Instant at, Merged scene) {
    begin(SESSIONS, at);
    out.number(scene.looks().size());
    scene.looks().forEach(this::head);
    out.block(RowPacker.pack(scene.rows(), before, ids));
    before = scene.rows();
    looks++;
  }

  private void head(Look look) {
    out.number(ids.indexOf(look.instance().id()));
    out.text(look.fault().map(BlockWriter::words).orElse(""));
    out.span(look.interval());
    out.flag(look.snapshot().isPresent());
    look.snapshot().ifPresent(this::snapshot);
  }

  private void snapshot(ProcessSnapshot seen) {
    out.moment(seen.at());
    out.span(seen.took());
    out.number(seen.load().connected());
    out.number(seen.load().running());
    out.number(seen.load().max());
    out.flag(seen.idleRead());
    out.flag(seen.truncated());
    out.texts(seen.denied());
  }

  void locks(Instant at, List<Rounds.Seen<LockScene>> seen) {
    scenes(LOCKS, at, seen, locking, this::locks);
  }

  private void locks(LockScene scene) {
    out.moment(scene.at());
    out.span(scene.took());
    out.texts(scene.sources());
    out.texts(scene.notes());
    denied(scene.denied());
  }

  void transactions(Instant at, List<Rounds.Seen<TrxScene>> seen) {
    scenes(TRANSACTIONS, at, seen, trxing, this::transactions);
  }

  private void transactions(TrxScene scene) {
    out.moment(scene.at());
    out.span(scene.took());
    out.number(scene.historyLength());
    out.texts(scene.notes());
    denied(scene.denied());
  }

  void replication(Instant at, List<Rounds.Seen<ReplicaScene>> seen) {
    scenes(
        REPLICATION,
        at,
        seen,
        replicating,
        scene -> head(scene.at(), scene.took(), scene.notes(), scene.denied()));
    if (seen.stream().anyMatch(one -> one.value().isPresent())) {
      silent(seen);
    }
  }

  /// Who does not answer: a place in a topology all the same.
  private <T> void silent(List<Rounds.Seen<T>> seen) {
    var there = seen.stream().filter(one -> one.fault().isPresent()).toList();
    out.number(there.size());
    for (Rounds.Seen<T> one : there) {
      out.number(ids.indexOf(one.instance().id()));
      out.text(words(one.fault().orElseThrow()));
    }
  }

  private static String words(Fault fault) {
    return fault.code().id() + ": " + fault.detail();
  }

  void innodb(Instant at, List<Rounds.Seen<InnoDbScene>> seen) {
    scenes(
        INNODB,
        at,
        seen,
        figuring,
        scene -> head(scene.at(), scene.took(), scene.notes(), scene.denied()));
  }

  private void head(Instant at, Duration took, List<String> notes, List<Denied> denied) {
    out.moment(at);
    out.span(took);
    out.texts(notes);
    denied(denied);
  }

  private void denied(List<Denied> denied) {
    out.texts(denied.stream().map(Denied::what).toList());
    out.texts(denied.stream().map(Denied::grant).toList());
  }

  private <T> void scenes(
      int kind, Instant at, List<Rounds.Seen<T>> seen, Packing<T> packing, Consumer<T> head) {
    var there = seen.stream().filter(one -> one.value().isPresent()).toList();
    if (there.isEmpty()) {
      return;
    }
    begin(kind, at);
    out.number(there.size());
    for (Rounds.Seen<T> one : there) {
      out.number(ids.indexOf(one.instance().id()));
      T scene = one.value().orElseThrow();
      head.accept(scene);
      out.block(Parts.bytes(packing.parts(scene)));
    }
  }

  /// The block; nothing more may be written then.
  TapeBlock block() {
    return new TapeBlock(
        seq, first.orElse(last), last, looks, index.bytes(), Deflated.of(out.bytes()));
  }
}
