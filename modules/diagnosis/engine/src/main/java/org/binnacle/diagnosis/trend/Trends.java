package org.binnacle.diagnosis.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.binnacle.diagnosis.pulse.Beat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the course of figures: the newest ten minutes in memory second by second for instances
/// that are looked at each second, and thirty days minute by minute in the store for all. What is
/// not written yet is lost only where the program dies, five minutes at most.
@SuppressWarnings("EnumOrdinal") // arrays by metric
public final class Trends implements AutoCloseable {
  public static final Duration KEPT = Duration.ofDays(30);
  private static final Logger LOG = LoggerFactory.getLogger(Trends.class);
  private static final Duration WRITE = Duration.ofMinutes(5);
  private static final Duration CLOSE = Duration.ofSeconds(2);
  private static final long HOUR_S = 3600;
  private static final int BETWEEN = 2;

  private final TrendStore store;
  private final InstantSource clock;
  private final Map<String, Own> all = new ConcurrentHashMap<>();
  private final Thread writer;

  /// What is known of one instance here.
  private static final class Own {
    private final List<Hour> ended = new ArrayList<>();
    private @Nullable Hour open;
    private @Nullable Ring ring;
    private boolean fresh;
  }

  public Trends(TrendStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    writer = Thread.ofVirtual().name("trends").start(this::write);
  }

  /// Takes note of a look; quick.
  public void note(Beat beat) {
    Instant at = beat.fresh().map(seen -> seen.at()).orElseGet(clock::instant);
    Own own = all.computeIfAbsent(beat.instance().id(), id -> new Own());
    synchronized (own) {
      Hour hour = hour(own, at.getEpochSecond() / HOUR_S);
      hour.add(beat, (int) (at.getEpochSecond() % HOUR_S / 60));
      own.fresh = true;
      if (beat.interval().compareTo(CLOSE) <= 0) {
        if (own.ring == null) {
          own.ring = new Ring();
        }
        own.ring.add(beat, at.getEpochSecond());
      } else if (own.ring != null && own.ring.isOver(at.getEpochSecond())) {
        own.ring = null;
      }
    }
  }

  private static Hour hour(Own own, long number) {
    Hour open = own.open;
    if (open == null || open.number() != number) {
      if (open != null) {
        own.ended.add(open);
      }
      open = new Hour(number);
      own.open = open;
    }
    return open;
  }

  /// The course of a figure second by second over the last ten minutes; empty where the instance
  /// was not looked at closely.
  public Optional<Series> seconds(String instanceId, Metric metric) {
    Own own = all.get(instanceId);
    if (own == null) {
      return Optional.empty();
    }
    synchronized (own) {
      Ring ring = own.ring;
      if (ring == null) {
        return Optional.empty();
      }
      long last = clock.instant().getEpochSecond();
      double[] values = new double[Ring.SECONDS];
      double known = Double.NaN;
      int without = 0;
      for (int i = 0; i < values.length; i++) {
        double value = ring.of(metric, last - values.length + 1 + i);
        boolean none = value == Ring.NO_LOOK;
        without = none ? without + 1 : 0;
        // Looks a little more than a second apart leave seconds out, which are no gaps.
        known = none ? (without <= BETWEEN ? known : Double.NaN) : value;
        values[i] = known;
      }
      return Optional.of(
          new Series(
              Instant.ofEpochSecond(last - values.length + 1),
              Duration.ofSeconds(1),
              values,
              values));
    }
  }

  /// The course of figures minute by minute. Reads the store: blocks.
  ///
  /// @return one for each metric that was asked for, in that order
  public List<Series> minutes(String instanceId, List<Metric> metrics, Instant from, Instant to) {
    long first = from.getEpochSecond() / 60;
    int length = (int) Math.max(1, to.getEpochSecond() / 60 - first + 1);
    var series = new ArrayList<Series>();
    for (int i = 0; i < metrics.size(); i++) {
      double[] mean = new double[length];
      double[] greatest = new double[length];
      Arrays.fill(mean, Double.NaN);
      Arrays.fill(greatest, Double.NaN);
      series.add(
          new Series(Instant.ofEpochSecond(first * 60), Duration.ofMinutes(1), mean, greatest));
    }
    for (Hour hour : hours(instanceId, first / 60, (first + length - 1) / 60)) {
      for (int i = 0; i < metrics.size(); i++) {
        copy(hour, metrics.get(i).ordinal(), series.get(i), first);
      }
    }
    return series;
  }

  private static void copy(Hour hour, int metric, Series to, long first) {
    for (int m = 0; m < Hour.MINUTES; m++) {
      long at = hour.number() * Hour.MINUTES + m - first;
      float value = hour.mean()[metric][m];
      if (at >= 0 && at < to.mean().length && !Float.isNaN(value)) {
        to.mean()[(int) at] = value;
        to.greatest()[(int) at] = hour.greatest()[metric][m];
      }
    }
  }

  private List<Hour> hours(String instanceId, long from, long to) {
    var hours = new ArrayList<Hour>();
    for (TrendStore.Block block : store.find(instanceId, from, to)) {
      hours.add(Pack.hour(block.hour(), block.bytes()));
    }
    Own own = all.get(instanceId);
    if (own != null) {
      synchronized (own) {
        hours.addAll(own.ended);
        if (own.open != null) {
          hours.add(own.open);
        }
      }
    }
    return hours;
  }

  private void write() {
    try {
      while (true) {
        Thread.sleep(WRITE);
        writeNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Writes what has changed.
  void writeNow() {
    var blocks = new ArrayList<TrendStore.Block>();
    all.forEach(
        (id, own) -> {
          synchronized (own) {
            var hours = new ArrayList<>(own.ended);
            if (own.fresh && own.open != null) {
              hours.add(own.open);
            }
            for (Hour hour : hours) {
              store
                  .find(id, hour.number(), hour.number())
                  .forEach(block -> hour.fill(Pack.hour(block.hour(), block.bytes())));
              blocks.add(new TrendStore.Block(id, hour.number(), Pack.bytes(hour)));
            }
            own.ended.clear();
            own.fresh = false;
          }
        });
    try {
      store.keep(blocks);
      store.forget(clock.instant().minus(KEPT).getEpochSecond() / HOUR_S);
    } catch (RuntimeException e) {
      LOG.error("the course of figures could not be kept", e);
    }
  }

  /// Writes what is left.
  @Override
  public void close() {
    writer.interrupt();
    writeNow();
  }
}
