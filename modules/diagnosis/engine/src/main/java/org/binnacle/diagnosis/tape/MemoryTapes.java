package org.binnacle.diagnosis.tape;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Records that are forgotten at the end of the program.
public final class MemoryTapes implements TapeStore {
  private final Map<String, Tape> tapes = new ConcurrentHashMap<>();
  private final Map<String, Map<Integer, TapeBlock>> blocks = new ConcurrentHashMap<>();

  @Override
  public void keep(Tape tape) {
    tapes.put(tape.id(), tape);
  }

  @Override
  public void add(Tape tape, TapeBlock block) {
    tapes.put(tape.id(), tape);
    blocks.computeIfAbsent(tape.id(), id -> new ConcurrentSkipListMap<>()).put(block.seq(), block);
  }

  @Override
  public List<Tape> list() {
    return tapes.values().stream().sorted(Comparator.comparing(Tape::from).reversed()).toList();
  }

  @Override
  public Optional<Tape> find(String id) {
    return Optional.ofNullable(tapes.get(id));
  }

  @Override
  public List<Place> places(String id) {
    return blocks.getOrDefault(id, Map.of()).values().stream()
        .map(block -> new Place(block.seq(), block.index()))
        .toList();
  }

  @Override
  public Optional<TapeBlock> block(String id, int seq) {
    return Optional.ofNullable(blocks.getOrDefault(id, Map.of()).get(seq));
  }

  @Override
  public void note(String id, String note) {
    tapes.computeIfPresent(id, (key, old) -> old.noted(note));
  }

  @Override
  public boolean remove(String id) {
    blocks.remove(id);
    return tapes.remove(id) != null;
  }
}
