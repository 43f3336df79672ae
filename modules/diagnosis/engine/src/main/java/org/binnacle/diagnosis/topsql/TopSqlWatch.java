package org.binnacle.diagnosis.topsql;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A look at the statements of one instance or of several together, until closed.
public final class TopSqlWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopSqlWatch.class);
  private static final Duration SEEK = Duration.ofMinutes(1);

  private final List<DigestWatch> watches;
  private final Runnable onNews;
  private final BiConsumer<DigestWatch, Runnable> leave;
  private final Optional<TopWindow> recorded;
  private final Map<StatementKey, Instant> sought = new ConcurrentHashMap<>();

  TopSqlWatch(List<DigestWatch> watches, Runnable onNews, BiConsumer<DigestWatch, Runnable> leave) {
    this.watches = List.copyOf(watches);
    this.onNews = onNews;
    this.leave = leave;
    this.recorded = Optional.empty();
    watches.forEach(watch -> watch.view(onNews));
  }

  private TopSqlWatch(TopWindow recorded) {
    this.watches = List.of();
    this.onNews = () -> {};
    this.leave = (watch, news) -> {};
    this.recorded = Optional.of(recorded);
  }

  /// What was recorded, whatever stretch of time is asked for.
  static TopSqlWatch still(TopWindow recorded, Runnable onNews) {
    Thread.ofVirtual().name("recorded").start(onNews);
    return new TopSqlWatch(recorded);
  }

  /// The last so much time, merged over the instances; up to an hour.
  public TopWindow window(Duration length) {
    return recorded.orElseGet(
        () -> TopWindow.merged(watches.stream().map(watch -> watch.window(length)).toList()));
  }

  public TopWindow between(Instant from, Instant to) {
    return recorded.orElseGet(
        () -> TopWindow.merged(watches.stream().map(watch -> watch.between(from, to)).toList()));
  }

  /// All that the servers have counted; empty until the first answer.
  public Optional<TopWindow> sinceStart() {
    if (recorded.isPresent()) {
      return recorded;
    }
    var windows = watches.stream().map(DigestWatch::sinceStart).flatMap(Optional::stream).toList();
    return windows.isEmpty() ? Optional.empty() : Optional.of(TopWindow.merged(windows));
  }

  /// Load of one statement over the last hour, all instances together, the oldest first.
  public List<Double> loads(StatementKey key) {
    var sum = new ArrayList<Double>();
    for (DigestWatch watch : watches) {
      List<Double> loads = watch.loads(key);
      // Aligned at the newest; instances are looked at at the same pace.
      for (int i = 0; i < loads.size(); i++) {
        int at = sum.size() - 1 - i;
        double value = loads.get(loads.size() - 1 - i);
        if (at >= 0) {
          sum.set(at, sum.get(at) + value);
        } else {
          sum.addFirst(value);
        }
      }
    }
    return sum;
  }

  /// The instance that spent most on a statement: where to explain it. Empty for what was recorded.
  public Optional<InstanceRef> busiest(StatementKey key) {
    return bySpent(key).stream().findFirst().map(watch -> watch.server().ref());
  }

  private List<DigestWatch> bySpent(StatementKey key) {
    return watches.stream()
        .sorted(Comparator.comparingDouble((DigestWatch watch) -> watch.spent(key)).reversed())
        .toList();
  }

  /// Looks for one execution of a statement whose sample is not known, once a minute at most;
  /// returns at once. Viewers are told when one is found.
  public void seek(StatementKey key) {
    Instant now = Instant.now();
    Instant before = sought.put(key, now);
    if (before != null && Duration.between(before, now).compareTo(SEEK) < 0) {
      sought.put(key, before);
      return;
    }
    List<DigestWatch> order = bySpent(key);
    Thread.ofVirtual().name("samples").start(() -> seek(key, order));
  }

  private static void seek(StatementKey key, List<DigestWatch> order) {
    for (DigestWatch watch : order) {
      try {
        if (watch.seek(key)) {
          return;
        }
      } catch (Fault fault) {
        LOG.debug("no sample from {}: {}", watch.server().ref().name(), fault.getMessage());
      }
    }
  }

  /// Whether nobody looks at it just now: then a look a minute is enough, so that the last hour is
  /// there when somebody does.
  public void rest(boolean rests) {
    watches.forEach(watch -> watch.rest(onNews, rests));
  }

  @Override
  public void close() {
    watches.forEach(watch -> leave.accept(watch, onNews));
  }
}
