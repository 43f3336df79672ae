package org.binnacle.explain.worksheet;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.sql.Statement;
import org.jspecify.annotations.Nullable;

/// A run of a worksheet, under way or over. All methods are safe for every thread.
public final class SheetRun {
  private final RunRequest request;
  private final Cancel cancel = new Cancel();
  private final Runnable onChange;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Path folder;
  private final List<Entry> entries = new ArrayList<>();
  private @Nullable Fault failure;

  /// What is known of a statement.
  private static final class Entry {
    final Statement statement;
    final Map<InstanceRef, StatementRun.Part> parts = new LinkedHashMap<>();
    final List<Result> results = new ArrayList<>();

    /// How many results an instance has begun, and where its columns stand in the last.
    final Map<InstanceRef, Integer> begun = new HashMap<>();

    final Map<InstanceRef, int[]> places = new HashMap<>();

    Entry(Statement statement) {
      this.statement = statement;
    }
  }

  SheetRun(RunRequest request, List<Statement> statements, Path folder, Runnable onChange) {
    this.request = request;
    this.folder = folder;
    this.onChange = onChange;
    for (Statement statement : statements) {
      var entry = new Entry(statement);
      request.instances().forEach(instance -> entry.parts.put(instance, StatementRun.Part.WAITING));
      entries.add(entry);
    }
  }

  public RunRequest request() {
    return request;
  }

  /// The statements in their order, as they are at this moment.
  public synchronized List<StatementRun> statements() {
    var all = new ArrayList<StatementRun>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      all.add(new StatementRun(i, entry.statement, entry.parts, entry.results));
    }
    return all;
  }

  /// All results in the order of their statements.
  public List<Result> results() {
    return statements().stream().flatMap(statement -> statement.results().stream()).toList();
  }

  /// Ends what runs by KILL QUERY and skips the rest; returns at once.
  public void cancel() {
    var _ = Thread.ofVirtual().name("binnacle-worksheet-cancel").start(cancel::ask);
  }

  public boolean over() {
    return over.getCount() == 0;
  }

  /// Why nothing was run at all; empty where something was.
  public synchronized Optional<Fault> failure() {
    return Optional.ofNullable(failure);
  }

  /// Blocks until it is over.
  public void await() throws InterruptedException {
    over.await();
  }

  Cancel cancelled() {
    return cancel;
  }

  void ended(@Nullable Fault fault) {
    synchronized (this) {
      failure = fault;
    }
    over.countDown();
    onChange.run();
  }

  void close() {
    statements().forEach(statement -> statement.results().forEach(Result::close));
  }

  Reception reception() {
    return new Reception() {
      @Override
      public void began(int statement, InstanceRef instance) {
        part(statement, instance, new StatementRun.Part(now(), Optional.empty()));
      }

      @Override
      public void columns(int statement, InstanceRef instance, List<Head> columns) {
        begin(statement, instance, columns);
        onChange.run();
      }

      @Override
      public boolean row(int statement, InstanceRef instance, List<Cell> cells) {
        take(statement, instance, cells);
        return true;
      }

      @Override
      public void ended(int statement, InstanceRef instance, End end) {
        part(
            statement,
            instance,
            new StatementRun.Part(since(statement, instance), Optional.of(end)));
      }
    };
  }

  private static Optional<Instant> now() {
    return Optional.of(Instant.now());
  }

  private synchronized Optional<Instant> since(int statement, InstanceRef instance) {
    StatementRun.Part part = entries.get(statement).parts.get(instance);
    return part == null ? Optional.empty() : part.since();
  }

  private void part(int statement, InstanceRef instance, StatementRun.Part part) {
    synchronized (this) {
      entries.get(statement).parts.put(instance, part);
    }
    onChange.run();
  }

  private synchronized void begin(int statement, InstanceRef instance, List<Head> columns) {
    Entry entry = entries.get(statement);
    int number = entry.begun.merge(instance, 1, Integer::sum) - 1;
    boolean merged = request.instances().size() > 1;
    if (number >= entry.results.size()) {
      entry.results.add(new Result(statement, merged, folder));
    }
    entry.places.put(instance, entry.results.get(number).places(columns, Head.own("instance")));
  }

  private void take(int statement, InstanceRef instance, List<Cell> cells) {
    Result result;
    int[] places;
    synchronized (this) {
      Entry entry = entries.get(statement);
      result = entry.results.get(entry.begun.getOrDefault(instance, 1) - 1);
      places = entry.places.getOrDefault(instance, new int[0]);
    }
    if (!result.merged()) {
      result.append(cells);
      return;
    }
    int width = 1;
    for (int place : places) {
      width = Math.max(width, place + 1);
    }
    var row = new ArrayList<Cell>(java.util.Collections.nCopies(width, Cell.MISSING));
    row.set(0, new Cell.Text(instance.name()));
    for (int i = 0; i < places.length; i++) {
      row.set(places[i], cells.get(i));
    }
    result.append(row);
  }
}
