package org.binnacle.diagnosis.tape;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.past.LastLooks;
import org.binnacle.diagnosis.past.Past;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.kernel.InstanceRef;

/// A record as the past of its instances: the times of all looks are in memory, blocks are read as
/// they are wanted, and the last few are held.
public final class TapeLooks {
  private static final int HELD = 3;

  private final TapeStore store;
  private final Tape tape;
  private final List<InstanceRef> instances;
  private final Map<Integer, TapeIndex> indexes = new LinkedHashMap<>();
  private final Map<Integer, BlockReader.Read> held =
      new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, BlockReader.Read> eldest) {
          return size() > HELD;
        }
      };

  private TapeLooks(TapeStore store, Tape tape, List<InstanceRef> instances) {
    this.store = store;
    this.tape = tape;
    this.instances = List.copyOf(instances);
    store
        .places(tape.id())
        .forEach(place -> indexes.put(place.seq(), TapeIndex.read(place.index())));
  }

  /// Reads the times of all looks, which blocks; what is handed out reads nothing by itself.
  ///
  /// @param as how the record's instances are to stand in what is read, in their order there
  /// @return the looks of some of them
  public static Function<List<InstanceRef>, LastLooks> of(
      TapeStore store, Tape tape, List<InstanceRef> as) {
    return new TapeLooks(store, tape, as)::looks;
  }

  private LastLooks looks(List<InstanceRef> shown) {
    Set<String> wanted = shown.stream().map(InstanceRef::id).collect(Collectors.toSet());
    return new LastLooks(
        shown,
        past(BlockWriter.SESSIONS, BlockReader.Read::sessions, all -> merged(all, wanted)),
        past(BlockWriter.LOCKS, BlockReader.Read::locks, all -> seen(all, wanted)),
        past(BlockWriter.TRANSACTIONS, BlockReader.Read::transactions, all -> seen(all, wanted)),
        past(BlockWriter.REPLICATION, BlockReader.Read::replication, all -> seen(all, wanted)),
        past(BlockWriter.INNODB, BlockReader.Read::innodb, all -> seen(all, wanted)));
  }

  private Merged merged(Merged all, Set<String> wanted) {
    return wanted.size() == instances.size()
        ? all
        : Merged.of(
            all.looks().stream().filter(look -> wanted.contains(look.instance().id())).toList());
  }

  private static <T> List<Rounds.Seen<T>> seen(List<Rounds.Seen<T>> all, Set<String> wanted) {
    return all.stream().filter(one -> wanted.contains(one.instance().id())).toList();
  }

  private synchronized Optional<BlockReader.Read> block(int seq) {
    BlockReader.Read there = held.get(seq);
    if (there != null) {
      return Optional.of(there);
    }
    Optional<BlockReader.Read> read =
        store.block(tape.id(), seq).map(block -> BlockReader.read(block, instances));
    read.ifPresent(found -> held.put(seq, found));
    return read;
  }

  private <S> Past<S> past(
      int kind, Function<BlockReader.Read, List<Past.Then<S>>> which, Function<S, S> shown) {
    var times = new ArrayList<Instant>();
    var seqs = new HashMap<Instant, Integer>();
    indexes.forEach(
        (seq, index) -> {
          times.addAll(index.of(kind));
          index.of(kind).forEach(time -> seqs.put(time, seq));
        });
    List<Instant> sorted = times.stream().sorted().toList();
    return new Past<>() {
      @Override
      public List<Instant> times() {
        return sorted;
      }

      @Override
      public long bytes() {
        return tape.bytes();
      }

      @Override
      public Optional<Then<S>> at(Instant moment) {
        if (sorted.isEmpty()) {
          return Optional.empty();
        }
        int place = 0;
        while (place + 1 < sorted.size() && !sorted.get(place + 1).isAfter(moment)) {
          place++;
        }
        Instant time = sorted.get(place);
        return block(seqs.getOrDefault(time, -1)).stream()
            .flatMap(read -> which.apply(read).stream())
            .filter(then -> then.at().equals(time))
            .findFirst()
            .map(then -> new Then<>(then.at(), shown.apply(then.scene())));
      }
    };
  }
}
