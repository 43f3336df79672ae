package org.binnacle.diagnosis.topsql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the digests of one instance again and again, on a virtual thread of its own, however
/// many look on. A look that fails makes a gap and is tried again at the next turn.
final class DigestWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DigestWatch.class);
  private static final List<Duration> WINDOWS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(60));

  private static final Duration REST = Duration.ofSeconds(60);

  /// Statements whose texts are wanted of each window.
  static final int SHOWN = 200;

  /// A look-up by the index takes a tenth of it.
  static final Duration CHEAP = Duration.ofMillis(50);

  private final Object pace = new Object();
  private final Server server;
  private final Connections connections;
  private final DigestReader reader;
  private final Sink sink;
  private final Clock clock;
  private final Duration interval;
  private final List<Runnable> viewers = new CopyOnWriteArrayList<>();
  private final List<Runnable> resting = new CopyOnWriteArrayList<>();
  private final StatementTexts texts;
  private final Map<StatementKey, Instant> fresh = new HashMap<>();
  private final Ledger ledger = new Ledger();
  private final Recent recent = new Recent();
  private final Thread thread;

  private Optional<Slice> sinceStart = Optional.empty();
  private Optional<Missing> missing = Optional.empty();
  private Optional<Fault> fault = Optional.empty();
  private volatile boolean closed;
  private volatile boolean soon;

  /// Where counted slices go beside the screen: the history.
  interface Sink {
    void counted(InstanceRef instance, Slice slice);

    void texts(InstanceRef instance, Map<StatementKey, StatementText> texts);

    Map<StatementKey, StatementText> known(List<StatementKey> keys);
  }

  DigestWatch(
      Server server,
      Connections connections,
      DigestReader reader,
      Sink sink,
      Clock clock,
      Duration interval) {
    this.server = server;
    this.connections = connections;
    this.reader = reader;
    this.sink = sink;
    this.texts = new StatementTexts(server, connections, reader, sink);
    this.clock = clock;
    this.interval = interval;
    this.thread = Thread.ofVirtual().name("digests-" + server.ref().name()).start(this::rounds);
  }

  Server server() {
    return server;
  }

  /// Who comes to what was kept in the back does not wait for the minute to end.
  void view(Runnable onNews) {
    soon = !viewers.isEmpty();
    viewers.add(onNews);
    synchronized (pace) {
      pace.notifyAll();
    }
  }

  /// A viewer in the back is content with a look a minute.
  void rest(Runnable onNews, boolean rests) {
    if (!rests) {
      resting.remove(onNews);
      synchronized (pace) {
        pace.notifyAll();
      }
    } else if (!resting.contains(onNews)) {
      resting.add(onNews);
    }
  }

  private boolean resting() {
    return resting.size() >= viewers.size() && !viewers.isEmpty();
  }

  private Duration pace() {
    // Digests are the dearest of all sets: none but one a minute while the breaker is open.
    if (Rounds.slow(connections, server)) {
      return REST;
    }
    if (soon) {
      return Duration.ZERO;
    }
    return resting() ? REST : interval;
  }

  /// @return whether nobody looks any more
  boolean leave(Runnable onNews) {
    viewers.remove(onNews);
    resting.remove(onNews);
    return viewers.isEmpty();
  }

  private void rounds() {
    try {
      while (!closed) {
        long began = System.nanoTime();
        soon = false;
        round();
        viewers.forEach(Runnable::run);
        pause(began);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Until the next turn; a pace that becomes faster meanwhile counts at once.
  private void pause(long began) throws InterruptedException {
    long least = System.nanoTime() + interval.toNanos() / 4;
    synchronized (pace) {
      while (!closed) {
        long until = Math.max(began + pace().toNanos(), least);
        long ms = (until - System.nanoTime()) / 1_000_000;
        if (ms <= 0) {
          return;
        }
        pace.wait(ms);
      }
    }
  }

  private void round() {
    try {
      Digests look = connections.monitor(server, session -> reader.read(session, within()));
      enter(look);
      learn(texts.unknown(shown()));
    } catch (RuntimeException e) {
      Fault failure = Fault.of(e);
      synchronized (this) {
        if (fault.isEmpty()) {
          LOG.warn("digests of {} cannot be read: {}", server.ref().name(), failure.getMessage());
        }
        fault = Optional.of(failure);
      }
    }
  }

  /// Asks for texts, those of the greatest load first: one batch, and while somebody looks as many
  /// as are cheap; where the table has no index each batch is a pass over all of it.
  private void learn(List<StatementKey> unknown) {
    boolean first = true;
    for (int from = 0; from < unknown.size() && !closed; from += DigestReader.TEXTS) {
      List<StatementKey> wanted =
          unknown.subList(from, Math.min(from + DigestReader.TEXTS, unknown.size()));
      if (!first) {
        viewers.forEach(Runnable::run);
      }
      first = false;
      Duration took = texts.ask(wanted);
      if (resting() || took.compareTo(CHEAP) > 0) {
        return;
      }
    }
  }

  private synchronized long within() {
    return ledger.seenWithinS(System.nanoTime());
  }

  private synchronized void enter(Digests look) {
    fault = Optional.empty();
    missing = look.missing();
    if (missing.isPresent()) {
      return;
    }
    if (look.whole()) {
      sinceStart = Optional.of(Ledger.sinceStart(look));
    }
    switch (ledger.enter(look)) {
      case Ledger.Entry.First ignored -> {}
      case Ledger.Entry.Gap gap -> recent.gap(gap);
      case Ledger.Entry.Counted counted -> {
        recent.add(counted.slice());
        counted.fresh().forEach(key -> fresh.put(key, look.at()));
        fresh.values().removeIf(at -> at.isBefore(look.at().minus(Duration.ofHours(1))));
        sink.counted(server.ref(), counted.slice());
      }
    }
  }

  /// Those at the top of any window, the greatest load first.
  private synchronized Set<StatementKey> shown() {
    Set<StatementKey> wanted = new LinkedHashSet<>();
    WINDOWS.forEach(length -> top(window(length), wanted));
    sinceStart().ifPresent(window -> top(window, wanted));
    return wanted;
  }

  private static void top(TopWindow window, Set<StatementKey> into) {
    window.top(Order.LOAD, SHOWN).forEach(row -> into.add(row.key()));
    for (Order order : Order.values()) {
      window.top(order, DigestReader.TEXTS).forEach(row -> into.add(row.key()));
    }
  }

  /// The last so much time.
  synchronized TopWindow window(Duration length) {
    Instant now = clock.instant();
    return between(now.minus(length), now);
  }

  synchronized TopWindow between(Instant from, Instant to) {
    if (missing.isPresent()) {
      return TopWindow.missing(server.ref(), to, missing.get());
    }
    Slice slice =
        recent
            .between(from, to)
            .orElse(new Slice(from, to, Duration.ZERO, Map.of(), Counters.ZERO, 0));
    var gaps = new ArrayList<>(recent.gaps(from, to));
    fault.ifPresent(now -> gaps.add("the newest look failed: " + now.detail()));
    return TopWindow.of(server.ref(), slice, key -> seen(key, from), gaps);
  }

  /// All that the server has counted since it started or its table was emptied.
  synchronized Optional<TopWindow> sinceStart() {
    return missing
        .map(why -> TopWindow.missing(server.ref(), clock.instant(), why))
        .or(
            () ->
                sinceStart.map(
                    slice ->
                        TopWindow.of(
                            server.ref(), slice, key -> seen(key, Instant.MAX), List.of())));
  }

  private TopWindow.Seen seen(StatementKey key, Instant from) {
    Instant first = fresh.get(key);
    return new TopWindow.Seen(
        texts.of(key), ledger.row(key).orElse(null), first != null && !first.isBefore(from));
  }

  synchronized List<Double> loads(StatementKey key) {
    return recent.loads(key);
  }

  /// Time it took in the last hour, and since the server counts where it did not run in it, s.
  synchronized double spent(StatementKey key) {
    double lately = recent.loads(key).stream().mapToDouble(Double::doubleValue).sum();
    return lately > 0
        ? lately
        : sinceStart.map(slice -> slice.rows().get(key)).map(Counters::timeUs).orElse(0L) / 1e6;
  }

  /// Blocks; tells viewers if a sample was found.
  boolean seek(StatementKey key) {
    boolean found = texts.seek(key);
    if (found) {
      viewers.forEach(Runnable::run);
    }
    return found;
  }

  synchronized Optional<Fault> fault() {
    return fault;
  }

  @Override
  public void close() {
    closed = true;
    // A look under way is let end: breaking it would cost the monitoring connection.
    thread.interrupt();
  }
}
