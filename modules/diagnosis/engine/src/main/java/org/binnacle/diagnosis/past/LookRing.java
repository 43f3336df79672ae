package org.binnacle.diagnosis.past;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.diagnosis.watch.SceneRing;
import org.binnacle.kernel.InstanceRef;

/// The looks of the last ten minutes of a view that asks in {@link Rounds}, packed, in memory and
/// nowhere else. A look that brought the same as the one before shares its bytes. The oldest goes
/// when it is too old or the ring too large (figures in the README of this module).
public final class LookRing<T> implements Past<List<Rounds.Seen<T>>> {
  /// Bytes that one ring may hold at most; it then reaches less far back.
  public static final long MOST_BYTES = 16L << 20;

  /// What is kept of a look besides its packed scenes, about.
  private static final int HEAD_BYTES = 300;

  private final Packing<T> packing;
  private final Duration span;
  private final long mostBytes;
  private final List<Frame> frames = new ArrayList<>();
  private long bytes;

  /// What is kept of one instance's answer.
  ///
  /// @param bare the answer with its scene emptied
  /// @param shared the bytes are those of the look before
  private record Kept<T>(Rounds.Seen<T> bare, byte[] packed, boolean shared) {
    long size() {
      return shared ? HEAD_BYTES : packed.length + HEAD_BYTES;
    }
  }

  private final class Frame {
    private final Instant at;
    private final List<Kept<T>> kept;

    Frame(Instant at, List<Kept<T>> kept) {
      this.at = at;
      this.kept = kept;
    }

    long size() {
      return kept.stream().mapToLong(Kept::size).sum();
    }
  }

  public LookRing(Packing<T> packing) {
    this(packing, SceneRing.SPAN, MOST_BYTES);
  }

  LookRing(Packing<T> packing, Duration span, long mostBytes) {
    this.packing = packing;
    this.span = span;
    this.mostBytes = mostBytes;
  }

  /// Keeps what a round brought, under a time that is not before the last one's.
  public synchronized void put(Instant at, List<Rounds.Seen<T>> seen) {
    if (seen.stream().allMatch(one -> one.value().isEmpty())
        || (!frames.isEmpty() && at.isBefore(frames.getLast().at))) {
      return;
    }
    var kept = new ArrayList<Kept<T>>(seen.size());
    for (Rounds.Seen<T> one : seen) {
      kept.add(kept(one));
    }
    var frame = new Frame(at, List.copyOf(kept));
    frames.add(frame);
    bytes += frame.size();
    while (frames.size() > 1
        && (bytes > mostBytes || frames.getFirst().at.isBefore(at.minus(span)))) {
      // Bytes that the next look shares are counted with it from now on, at most once.
      bytes -= frames.removeFirst().size();
    }
  }

  private Kept<T> kept(Rounds.Seen<T> one) {
    Optional<Kept<T>> before =
        frames.isEmpty() ? Optional.empty() : of(frames.getLast(), one.instance());
    // The same answer again, as of an instance that was not asked in this round.
    if (before.isPresent() && before.get().bare().at().equals(one.at())) {
      return new Kept<>(before.get().bare(), before.get().packed(), true);
    }
    byte[] packed =
        one.value()
            .map(scene -> Deflated.of(Parts.bytes(packing.parts(scene))))
            .orElse(new byte[0]);
    boolean same = before.isPresent() && Arrays.equals(before.get().packed(), packed);
    return new Kept<>(
        with(one, one.value().map(packing::bare)), same ? before.get().packed() : packed, same);
  }

  private Optional<Kept<T>> of(Frame frame, InstanceRef instance) {
    return frame.kept.stream()
        .filter(one -> one.bare().instance().id().equals(instance.id()))
        .findFirst();
  }

  private static <T> Rounds.Seen<T> with(Rounds.Seen<T> one, Optional<T> value) {
    return new Rounds.Seen<>(
        one.instance(), value, one.at(), one.fault(), one.rounds(), one.every());
  }

  @Override
  public synchronized List<Instant> times() {
    return frames.stream().map(frame -> frame.at).toList();
  }

  @Override
  public synchronized long bytes() {
    return bytes;
  }

  @Override
  public Optional<Then<List<Rounds.Seen<T>>>> at(Instant wanted) {
    Frame found;
    synchronized (this) {
      if (frames.isEmpty()) {
        return Optional.empty();
      }
      int place = 0;
      while (place + 1 < frames.size() && !frames.get(place + 1).at.isAfter(wanted)) {
        place++;
      }
      found = frames.get(place);
    }
    return Optional.of(
        new Then<>(
            found.at,
            found.kept.stream()
                .map(
                    one ->
                        with(one.bare(), one.bare().value().map(bare -> full(bare, one.packed()))))
                .toList()));
  }

  private T full(T bare, byte[] packed) {
    return packing.full(bare, Parts.read(Deflated.plain(packed)));
  }
}
