package org.binnacle.diagnosis.topsql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Progress;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;

/// The door to top SQL. {@link #watch} returns at once; what measures blocks for as long as it
/// measures.
public final class TopSql implements AutoCloseable {
  /// Between two looks at an instance that somebody looks at.
  public static final Duration FOCUS = Duration.ofSeconds(10);

  private static final Duration SAMPLE = Duration.ofSeconds(1);

  private final Connections connections;
  private final Fleet fleet;
  private final DigestWatch.Sink sink;
  private final Clock clock;
  private final DigestReader reader;
  private final ProcessReader processes;
  private final Map<String, DigestWatch> watches = new HashMap<>();
  private Optional<TopSqlStore> history = Optional.empty();
  private Optional<Function<List<InstanceRef>, TopWindow>> recorded = Optional.empty();

  TopSql(Connections connections, Fleet fleet, DigestWatch.Sink sink, Clock clock) {
    this.connections = connections;
    this.fleet = fleet;
    this.sink = sink;
    this.clock = clock;
    this.reader = new DigestReader(clock);
    this.processes = new ProcessReader(clock);
  }

  /// With a history.
  ///
  /// @param keepDays how many days of it are kept; asked when an hour begins
  public static TopSql kept(
      Connections connections, Fleet fleet, TopSqlStore store, IntSupplier keepDays, Clock clock) {
    return new TopSql(connections, fleet, new Recorder(store, clock, keepDays), clock)
        .over(Optional.of(store));
  }

  private TopSql over(Optional<TopSqlStore> store) {
    history = store;
    return this;
  }

  /// A stretch of time from the history; empty windows where nothing was kept. Blocks for as long
  /// as reading takes.
  public TopWindow history(InstanceRef instance, Instant from, Instant to) {
    return history
        .map(store -> new History(store).between(instance, from, to))
        .orElseGet(
            () ->
                TopWindow.of(
                    instance,
                    new Slice(from, to, Duration.ZERO, Map.of(), Counters.ZERO, 0),
                    key -> TopWindow.Seen.NOTHING,
                    List.of("no history is kept in this run")));
  }

  /// The same of several instances, merged. Blocks.
  public TopWindow history(List<InstanceRef> instances, Instant from, Instant to) {
    return TopWindow.merged(instances.stream().map(one -> history(one, from, to)).toList());
  }

  /// Without a history.
  public TopSql(Connections connections, Fleet fleet, Clock clock) {
    this(connections, fleet, new Nowhere(), clock);
  }

  /// What was recorded: no server is asked, whoever looks.
  ///
  /// @param connections refuse
  /// @param window of some instances
  public static TopSql recorded(
      Connections connections,
      Fleet fleet,
      Function<List<InstanceRef>, TopWindow> window,
      Clock clock) {
    var topSql = new TopSql(connections, fleet, clock);
    topSql.recorded = Optional.of(window);
    return topSql;
  }

  /// Looks every {@link #FOCUS} until closed; the first window comes with the second look.
  ///
  /// @param onNews called on a thread of ours after each look; must not block
  public TopSqlWatch watch(List<InstanceRef> instances, Runnable onNews) {
    return watch(instances, FOCUS, onNews);
  }

  TopSqlWatch watch(List<InstanceRef> instances, Duration interval, Runnable onNews) {
    if (recorded.isPresent()) {
      return TopSqlWatch.still(recorded.get().apply(instances), onNews);
    }
    synchronized (watches) {
      var shared = new ArrayList<DigestWatch>();
      for (InstanceRef instance : instances) {
        fleet
            .find(instance.id())
            .ifPresent(
                server ->
                    shared.add(
                        watches.computeIfAbsent(server.id(), id -> started(server, interval))));
      }
      return new TopSqlWatch(shared, onNews, this::leave);
    }
  }

  private DigestWatch started(Server server, Duration interval) {
    return new DigestWatch(server, connections, reader, sink, clock, interval);
  }

  private void leave(DigestWatch watch, Runnable onNews) {
    synchronized (watches) {
      if (watch.leave(onNews)) {
        watches.remove(watch.server().id(), watch);
        watch.close();
      }
    }
  }

  /// Measures for some time and tells what ran, with the texts of the first {@link
  /// DigestReader#TEXTS} by any order. A stop ends it early with what there is.
  public TopWindow measure(Server server, Duration length, Progress progress, Cancel cancel) {
    var ledger = new Ledger();
    Digests first = connections.monitor(server, session -> reader.read(session, -1));
    if (first.missing().isPresent()) {
      return TopWindow.missing(server.ref(), first.at(), first.missing().get());
    }
    ledger.enter(first);
    pause(length, progress, cancel);
    Digests second = connections.monitor(server, session -> reader.read(session, -1));
    TopWindow window =
        switch (ledger.enter(second)) {
          case Ledger.Entry.First never ->
              throw new IllegalStateException("there was a first look");
          case Ledger.Entry.Gap gap ->
              TopWindow.of(
                  server.ref(),
                  new Slice(gap.from(), gap.to(), Duration.ZERO, Map.of(), Counters.ZERO, 0),
                  key -> TopWindow.Seen.NOTHING,
                  List.of(gap.why()));
          case Ledger.Entry.Counted counted ->
              TopWindow.of(
                  server.ref(),
                  counted.slice(),
                  key ->
                      new TopWindow.Seen(
                          StatementText.UNKNOWN,
                          second.rows().get(key),
                          counted.fresh().contains(key)),
                  List.of());
        };
    return worded(server, window);
  }

  /// All that the server has counted since it started or its table was emptied.
  public TopWindow sinceStart(Server server) {
    Digests look = connections.monitor(server, session -> reader.read(session, -1));
    if (look.missing().isPresent()) {
      return TopWindow.missing(server.ref(), look.at(), look.missing().get());
    }
    return worded(
        server,
        TopWindow.of(
            server.ref(),
            Ledger.sinceStart(look),
            key -> new TopWindow.Seen(StatementText.UNKNOWN, look.rows().get(key), false),
            List.of()));
  }

  /// The texts of those at the top of any order, and of more by load while asking is cheap.
  private TopWindow worded(Server server, TopWindow window) {
    var wanted = new ArrayList<StatementKey>();
    for (int rank = 0; rank < DigestReader.TEXTS; rank++) {
      for (Order order : Order.values()) {
        var top = window.top(order, rank + 1);
        if (top.size() > rank && !wanted.contains(top.get(rank).key())) {
          wanted.add(top.get(rank).key());
        }
      }
    }
    var known = new StatementTexts(server, connections, reader, new Nowhere());
    var texts = new HashMap<StatementKey, StatementText>();
    int must = wanted.size();
    window.top(Order.LOAD, DigestWatch.SHOWN).stream()
        .map(TopRow::key)
        .filter(key -> !wanted.contains(key))
        .forEach(wanted::add);
    var took = Duration.ZERO;
    for (int i = 0; i < wanted.size(); i += DigestReader.TEXTS) {
      if (i >= must && took.compareTo(DigestWatch.CHEAP) > 0) {
        break;
      }
      var some = wanted.subList(i, Math.min(wanted.size(), i + DigestReader.TEXTS));
      took = known.ask(some);
      some.forEach(key -> texts.put(key, known.of(key)));
    }
    return window.with(texts);
  }

  /// The sampled analysis: a look each second at what runs. Works on every server.
  public TopWindow sampled(Server server, Duration length, Progress progress, Cancel cancel) {
    int looks = (int) Math.max(1, length.toSeconds());
    Sampler sampler = null;
    for (int i = 0; i < looks && !cancel.asked(); i++) {
      long began = System.nanoTime();
      Sampler before = sampler;
      sampler =
          connections.monitor(
              server,
              session -> {
                Sampler of =
                    before == null ? new Sampler(server.ref(), session.facts().mariaDb()) : before;
                of.look(processes.read(session, Want.active()));
                return of;
              });
      progress.at("Looking at what runs", i + 1L, looks);
      if (i + 1 < looks) {
        long tookMs = (System.nanoTime() - began) / 1_000_000;
        waited(Math.max(0, 1_000 - tookMs), cancel);
      }
    }
    if (sampler == null) {
      throw new Fault(Fault.CANCELLED, "stopped by the user");
    }
    return sampler.window();
  }

  /// The sampled analysis of several instances until closed, counted from now on. Returns at once.
  ///
  /// @param onRound called on a thread of ours after each look; must not block
  public Rounds<TopWindow> sampling(
      List<InstanceRef> instances, Consumer<List<Rounds.Seen<TopWindow>>> onRound) {
    var servers = new ArrayList<Server>();
    instances.forEach(instance -> fleet.find(instance.id()).ifPresent(servers::add));
    Map<String, Sampler> samplers = new ConcurrentHashMap<>();
    return new Rounds<>(
        "samples",
        servers,
        connections,
        SAMPLE,
        session -> {
          ProcessSnapshot snapshot = processes.read(session, Want.active());
          Sampler sampler =
              samplers.computeIfAbsent(
                  snapshot.instance().id(),
                  id -> new Sampler(snapshot.instance(), session.facts().mariaDb()));
          sampler.look(snapshot);
          return sampler.window();
        },
        onRound);
  }

  private static void pause(Duration length, Progress progress, Cancel cancel) {
    long total = Math.max(1, length.toSeconds());
    long left = length.toMillis();
    for (long done = 0; left > 0 && !cancel.asked(); done++) {
      progress.at("Counting statements", done, total);
      long step = Math.min(1_000, left);
      waited(step, cancel);
      left -= step;
    }
  }

  private static void waited(long ms, Cancel cancel) {
    var stopped = new CountDownLatch(1);
    cancel.onAsk(stopped::countDown);
    try {
      var _ = stopped.await(ms, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.CANCELLED, "interrupted", e);
    }
  }

  @Override
  public void close() {
    synchronized (watches) {
      watches.values().forEach(DigestWatch::close);
      watches.clear();
    }
    if (sink instanceof Recorder recorder) {
      recorder.close();
    }
  }

  /// Keeps nothing.
  private static final class Nowhere implements DigestWatch.Sink {
    @Override
    public void counted(InstanceRef instance, Slice slice) {}

    @Override
    public void texts(InstanceRef instance, Map<StatementKey, StatementText> texts) {}

    @Override
    public Map<StatementKey, StatementText> known(List<StatementKey> keys) {
      return Map.of();
    }
  }
}
