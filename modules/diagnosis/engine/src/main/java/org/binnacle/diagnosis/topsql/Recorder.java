package org.binnacle.diagnosis.topsql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import org.binnacle.kernel.InstanceRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what is counted as hour blocks. Of the present hour the minutes since the last write are
/// added every five minutes and at the close, so that a crash costs five minutes; when the hour
/// ends, one block takes the place of these pieces. Writes on a thread of its own.
final class Recorder implements DigestWatch.Sink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
  private static final Duration WRITE = Duration.ofMinutes(5);

  private final TopSqlStore store;
  private final Clock clock;
  private final IntSupplier keepDays;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("top-sql-history-", 0).factory());
  private final Map<String, Open> open = new HashMap<>();

  /// The hour that is being filled, and what of it is not written yet.
  private static final class Open {
    private final int hour;
    private HourBlock unwritten = new HourBlock();
    private Instant written;

    Open(int hour, Instant now) {
      this.hour = hour;
      this.written = now;
    }
  }

  /// @param keepDays asked when an hour begins
  Recorder(TopSqlStore store, Clock clock, IntSupplier keepDays) {
    this.store = store;
    this.clock = clock;
    this.keepDays = keepDays;
  }

  @Override
  public void counted(InstanceRef instance, Slice slice) {
    writer.execute(() -> safely(() -> add(instance.id(), slice)));
  }

  private void add(String instanceId, Slice slice) {
    // A slice belongs to the minute of its middle.
    Instant middle = slice.from().plus(Duration.between(slice.from(), slice.to()).dividedBy(2));
    int hour = (int) (middle.getEpochSecond() / 3_600);
    int minute = (int) (middle.getEpochSecond() / 60 % 60);
    Open now = open.get(instanceId);
    if (now == null || now.hour != hour) {
      if (now != null) {
        append(instanceId, now);
      }
      for (int ended : store.inPieces(instanceId, hour)) {
        store.keep(instanceId, ended, HourBlock.of(store.blocks(instanceId, ended)).packed());
      }
      now = new Open(hour, clock.instant());
      open.put(instanceId, now);
      store.forget(hour - 24 * Math.max(1, keepDays.getAsInt()));
    }
    now.unwritten.measured(minute, slice.length().toMillis());
    Map<StatementKey, Integer> numbers = store.numbers(slice.rows().keySet());
    for (var row : slice.rows().entrySet()) {
      Integer number = numbers.get(row.getKey());
      if (number != null) {
        now.unwritten.add(minute, number, row.getValue());
      }
    }
    if (Duration.between(now.written, clock.instant()).compareTo(WRITE) >= 0) {
      append(instanceId, now);
    }
  }

  private void append(String instanceId, Open now) {
    if (!now.unwritten.isEmpty()) {
      store.append(instanceId, now.hour, now.unwritten.packed());
    }
    now.unwritten = new HourBlock();
    now.written = clock.instant();
  }

  @Override
  public void texts(InstanceRef instance, Map<StatementKey, StatementText> texts) {
    if (!texts.isEmpty()) {
      writer.execute(() -> safely(() -> store.keepTexts(texts)));
    }
  }

  @Override
  public Map<StatementKey, StatementText> known(List<StatementKey> keys) {
    try {
      return store.texts(keys);
    } catch (RuntimeException e) {
      LOG.warn("texts of statements cannot be read", e);
      return Map.of();
    }
  }

  private static void safely(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("the history of top SQL cannot be written", e);
    }
  }

  @Override
  public void close() {
    writer.execute(() -> safely(() -> open.forEach(this::append)));
    writer.close();
  }
}
