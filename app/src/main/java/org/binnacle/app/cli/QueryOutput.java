package org.binnacle.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Phaser;
import org.binnacle.explain.export.RowSink;
import org.binnacle.explain.live.ServerNote;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.End;
import org.binnacle.explain.worksheet.Head;
import org.binnacle.explain.worksheet.Reception;
import org.binnacle.explain.worksheet.RunRequest;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Words;

/// Writes the results of `binnacle query` as they come. Several instances are merged: they wait for
/// each other at the end of each statement, so that the rows of one stand together. Counts,
/// warnings and failures go to standard error.
final class QueryOutput implements Reception, AutoCloseable {
  private final Call call;
  private final RunRequest request;
  private final RowSink sink;
  private final boolean merged;
  private final boolean told;
  private final boolean elsewhere;
  private final Phaser phaser;
  private final Words words = new Words();
  private final Map<InstanceRef, int[]> places = new HashMap<>();
  private final Map<InstanceRef, End> ends = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private List<Head> columns = List.of();
  private boolean open;
  private boolean begun;
  private boolean stopped;
  private int failedAt;
  private int skipped;

  /// @param to where rows go; the terminal's table where it is empty
  /// @param elsewhere whether standard output holds no rows
  QueryOutput(Call call, RunRequest request, Optional<RowSink> to, boolean elsewhere) {
    this.call = call;
    this.request = request;
    this.merged = request.instances().size() > 1;
    this.elsewhere = elsewhere;
    this.told = to.isEmpty() || elsewhere;
    this.sink = to.orElseGet(() -> new TableSink(call));
    this.phaser =
        new Phaser(request.instances().size()) {
          @Override
          protected boolean onAdvance(int phase, int parties) {
            return false;
          }
        };
  }

  @Override
  public synchronized void columns(int statement, InstanceRef instance, List<Head> heads) {
    if (!merged || !open) {
      ended();
      var all = new ArrayList<Head>();
      if (merged) {
        all.add(Head.own("instance"));
      }
      all.addAll(heads);
      columns = List.copyOf(all);
      open = true;
      begun = true;
      written(() -> sink.begin("statement " + (statement + 1), columns));
    }
    places.put(instance, placesOf(heads, instance));
  }

  private int[] placesOf(List<Head> heads, InstanceRef instance) {
    int[] found = new int[heads.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = merged ? place(heads.get(i).label(), i + 1) : i;
      if (found[i] < 0) {
        call.tell(
            "note: %s has a column %s that the first instance has not; it is left out"
                .formatted(instance.name(), heads.get(i).label()));
      }
    }
    return found;
  }

  private int place(String label, int usual) {
    if (usual < columns.size() && columns.get(usual).label().equalsIgnoreCase(label)) {
      return usual;
    }
    for (int i = 1; i < columns.size(); i++) {
      if (columns.get(i).label().equalsIgnoreCase(label)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public synchronized boolean row(int statement, InstanceRef instance, List<Cell> cells) {
    if (!merged) {
      written(() -> sink.row(cells));
      return true;
    }
    var row = new ArrayList<Cell>(Collections.nCopies(columns.size(), Cell.MISSING));
    row.set(0, new Cell.Text(instance.name()));
    int[] to = places.getOrDefault(instance, new int[0]);
    for (int i = 0; i < to.length; i++) {
      if (to[i] >= 0) {
        row.set(to[i], cells.get(i));
      }
    }
    written(() -> sink.row(row));
    return true;
  }

  @Override
  public void ended(int statement, InstanceRef instance, End end) {
    synchronized (this) {
      ends.put(instance, end);
      if (ends.size() == request.instances().size()) {
        ended();
        request.instances().forEach(one -> report(statement, one, ends.get(one)));
        ends.clear();
      }
    }
    if (merged) {
      phaser.arriveAndAwaitAdvance();
    }
  }

  private void ended() {
    if (open) {
      written(sink::end);
    }
    open = false;
    places.clear();
  }

  private void report(
      int statement, InstanceRef instance, @org.jspecify.annotations.Nullable End end) {
    String before = merged ? instance.name() + ": " : "";
    switch (end) {
      case End.Done done -> {
        for (ServerNote note : done.warnings()) {
          call.tell(
              "%s%s %s"
                  .formatted(
                      before, note.level().toLowerCase(java.util.Locale.ROOT), note.words()));
        }
        if (told || done.cut()) {
          call.tell(before + summary(done));
        }
      }
      case End.Failed failed -> failed(statement, before, failed.fault());
      case End.Refused refused -> failed(statement, before, refused.fault());
      case End.Unknown unknown -> failed(statement, before, unknown.fault());
      case End.Stopped stop -> {
        stopped = true;
        call.tell("%sstopped after %d ms".formatted(before, stop.took().toMillis()));
      }
      case End.Skipped ignored -> skipped++;
      case null -> {}
    }
  }

  private static String summary(End.Done done) {
    String time = done.took().toMillis() + " ms";
    return done.affected() >= 0
        ? "%,d row%s affected in %s".formatted(done.affected(), plural(done.affected()), time)
        : "%,d row%s in %s%s"
            .formatted(
                done.rows(),
                plural(done.rows()),
                time,
                done.cut() ? "; there are more (--limit)" : "");
  }

  private static String plural(long many) {
    return many == 1 ? "" : "s";
  }

  /// One instance's first failure is told by the program itself, as every failure is.
  private void failed(int statement, String before, Fault fault) {
    boolean first = faults.isEmpty();
    failedAt = first ? statement : failedAt;
    if (merged || !first) {
      call.tell("%sstatement %d: %s".formatted(before, statement + 1, words.of(fault).happened()));
    }
    faults.add(fault);
  }

  /// @throws Fault where one instance failed
  int exit() {
    // Where there is only a failure to tell, a file of before stays as it was.
    if (begun || faults.isEmpty() || !elsewhere) {
      written(sink::close);
    }
    if (stopped) {
      throw new Fault(Fault.CANCELLED, "stopped by the user");
    }
    if (faults.isEmpty()) {
      return 0;
    }
    if (merged) {
      return faults.getFirst().code().kind().exitCode();
    }
    if (!call.json() && (failedAt > 0 || skipped > 0)) {
      call.tell(
          "statement %d failed%s"
              .formatted(
                  failedAt + 1,
                  skipped == 0 ? "" : ", %d behind it not run (--go-on)".formatted(skipped)));
    }
    throw faults.getFirst();
  }

  private interface Io {
    void run() throws IOException;
  }

  private static void written(Io io) {
    try {
      io.run();
    } catch (IOException | UncheckedIOException e) {
      throw new Fault(CliFaults.NO_WRITE, String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    phaser.forceTermination();
  }
}
