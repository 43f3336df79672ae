package org.binnacle.diagnosis.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.past.Deflated;
import org.binnacle.diagnosis.past.Past;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.InstanceRef;

/// The looks of the last ten minutes, in memory and nowhere else: what a session did before it was
/// gone. Looks are packed as differences in runs, each of which begins with a whole one; the oldest
/// run goes when it is too old or the ring too large (figures in the README of this module).
///
/// From any thread; putting and taking cost some milliseconds with thousands of sessions, so not
/// for the FX thread.
public final class SceneRing implements Past<Merged> {
  public static final Duration SPAN = Duration.ofMinutes(10);

  /// Bytes that one ring may hold at most; it then reaches less far back.
  public static final long MOST_BYTES = 32L << 20;

  private static final int RUN = 30;

  /// What is kept of the head of a look besides its rows, about.
  private static final int HEAD_BYTES = 400;

  private final Duration span;
  private final long mostBytes;
  private final Duration spacing;
  private final List<Frame> frames = new ArrayList<>();
  private List<ProcessRow> before = List.of();
  private int sinceWhole;
  private long bytes;

  /// @param looks with their rows taken out
  /// @param rows deflated
  /// @param whole it stands by itself
  private record Frame(Instant at, List<Look> looks, byte[] rows, boolean whole) {
    long size() {
      return (long) rows.length + HEAD_BYTES;
    }
  }

  public SceneRing() {
    this(SPAN, MOST_BYTES, Duration.ofMillis(450));
  }

  /// @param spacing looks that follow sooner on the one before are not kept
  public SceneRing(Duration span, long mostBytes, Duration spacing) {
    this.span = span;
    this.mostBytes = mostBytes;
    this.spacing = spacing;
  }

  /// Keeps a look, under a time that is not before the last one's.
  public synchronized void put(Instant at, Merged scene) {
    if (!frames.isEmpty() && at.isBefore(frames.getLast().at().plus(spacing))) {
      return;
    }
    boolean whole = frames.isEmpty() || sinceWhole >= RUN - 1;
    List<String> ids = scene.looks().stream().map(look -> look.instance().id()).toList();
    byte[] packed = RowPacker.pack(scene.rows(), whole ? List.of() : before, ids);
    var frame =
        new Frame(
            at,
            scene.looks().stream().map(look -> look.with(List.of())).toList(),
            Deflated.of(packed),
            whole);
    frames.add(frame);
    bytes += frame.size();
    before = scene.rows();
    sinceWhole = whole ? 0 : sinceWhole + 1;
    forget(at);
  }

  private void forget(Instant now) {
    int next = nextRun();
    while (next > 0 && (bytes > mostBytes || frames.get(next).at().isBefore(now.minus(span)))) {
      List<Frame> old = frames.subList(0, next);
      bytes -= old.stream().mapToLong(Frame::size).sum();
      old.clear();
      next = nextRun();
    }
    if (next < 0 && bytes > mostBytes) {
      // One run alone is too large: the next look begins another, so that this one can go.
      sinceWhole = RUN;
    }
  }

  /// Where the second run begins; -1 where there is only one.
  private int nextRun() {
    for (int i = 1; i < frames.size(); i++) {
      if (frames.get(i).whole()) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public synchronized List<Instant> times() {
    return frames.stream().map(Frame::at).toList();
  }

  @Override
  public synchronized long bytes() {
    return bytes;
  }

  @Override
  public Optional<Then<Merged>> at(Instant wanted) {
    List<Frame> run;
    synchronized (this) {
      int place = place(wanted);
      if (place < 0) {
        return Optional.empty();
      }
      int from = place;
      while (!frames.get(from).whole()) {
        from--;
      }
      run = List.copyOf(frames.subList(from, place + 1));
    }
    List<ProcessRow> rows = List.of();
    for (Frame frame : run) {
      List<InstanceRef> instances = frame.looks().stream().map(Look::instance).toList();
      rows = RowUnpacker.unpack(Deflated.plain(frame.rows()), rows, instances);
    }
    Frame last = run.getLast();
    return Optional.of(new Then<>(last.at(), merged(last, rows)));
  }

  private int place(Instant wanted) {
    int place = -1;
    for (int i = 0; i < frames.size() && !frames.get(i).at().isAfter(wanted); i++) {
      place = i;
    }
    return place < 0 && !frames.isEmpty() ? 0 : place;
  }

  private static Merged merged(Frame frame, List<ProcessRow> rows) {
    Map<String, List<ProcessRow>> byInstance = new HashMap<>();
    rows.forEach(
        row -> byInstance.computeIfAbsent(row.instance().id(), id -> new ArrayList<>()).add(row));
    return Merged.of(
        frame.looks().stream()
            .map(look -> look.with(byInstance.getOrDefault(look.instance().id(), List.of())))
            .toList());
  }
}
