package org.binnacle.diagnosis.pulse;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.watch.Phase;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Pulse;
import org.binnacle.mysql.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A light look at every instance of the fleet, each on a virtual thread of its own, so that a dead
/// one delays nobody; those that fail are asked less and less often, up to once a minute. Follows
/// the fleet as it changes.
public final class FleetPulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FleetPulse.class);
  private static final Duration GATHER = Duration.ofMillis(250);
  private static final Duration FOLLOW = Duration.ofSeconds(2);
  private static final int SLOWEST = 12;

  private final Connections connections;
  private final Fleet fleet;
  private final Clock clock;
  private final Duration interval;
  private final Consumer<FleetState> onState;
  private final ConcurrentMap<String, Beat> beats = new ConcurrentHashMap<>();
  private final Map<String, Heart> hearts = new HashMap<>();
  private final AtomicBoolean news = new AtomicBoolean();
  private final Thread gatherer;
  private volatile boolean closed;

  private record Heart(Server server, Thread thread) {}

  /// Starts at once.
  ///
  /// @param interval between two looks at one healthy instance; 5 s is usual
  /// @param onState the newest state, at most four times a second, on a thread of ours
  public FleetPulse(
      Connections connections,
      Fleet fleet,
      Clock clock,
      Duration interval,
      Consumer<FleetState> onState) {
    this.connections = connections;
    this.fleet = fleet;
    this.clock = clock;
    this.interval = interval;
    this.onState = onState;
    gatherer = Thread.ofVirtual().name("pulse").start(this::gather);
  }

  private void gather() {
    long followed = 0;
    try {
      while (!closed) {
        long now = System.nanoTime();
        if (followed == 0 || now - followed >= FOLLOW.toNanos()) {
          follow();
          followed = now;
        }
        if (news.getAndSet(false)) {
          tell();
        }
        Thread.sleep(GATHER);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hearts.values().forEach(heart -> heart.thread().interrupt());
    }
  }

  private void tell() {
    try {
      onState.accept(new FleetState(beats));
    } catch (RuntimeException e) {
      LOG.error("a listener of the fleet's state failed", e);
    }
  }

  /// Starts for those that came, stops for those that went or were edited.
  private void follow() {
    Map<String, Server> now = new HashMap<>();
    fleet.servers().forEach(server -> now.put(server.id(), server));
    hearts
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = !entry.getValue().server().equals(now.get(entry.getKey()));
              if (gone) {
                entry.getValue().thread().interrupt();
                beats.remove(entry.getKey());
                note();
              }
              return gone;
            });
    now.forEach(
        (id, server) -> {
          if (!hearts.containsKey(id)) {
            beats.put(id, Beat.none(server.ref()));
            note();
            String name = "pulse-" + server.ref().name();
            hearts.put(
                id, new Heart(server, Thread.ofVirtual().name(name).start(() -> beat(server))));
          }
        });
  }

  private void beat(Server server) {
    int failures = 0;
    try {
      Thread.sleep(Phase.of(server.id(), interval.dividedBy(5)));
      while (!closed && !Thread.currentThread().isInterrupted()) {
        boolean answered = look(server);
        failures = answered ? 0 : Math.min(SLOWEST, failures + 1);
        Thread.sleep(answered ? untilTurn(server) : interval.multipliedBy(failures));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean look(Server server) throws InterruptedException {
    Beat now = ask(server);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    beats.computeIfPresent(server.id(), (id, before) -> now);
    note();
    return now.fault().isEmpty();
  }

  private Beat ask(Server server) {
    try {
      return connections.monitor(
          server,
          session ->
              Judge.beat(
                  server.ref(), Pulse.take(session), session.facts().version(), clock.instant()));
    } catch (RuntimeException e) {
      return beats.getOrDefault(server.id(), Beat.none(server.ref())).failed(Fault.of(e));
    }
  }

  private Duration untilTurn(Server server) {
    long step = interval.toNanos();
    long into = Math.floorMod(System.nanoTime() - Phase.of(server.id(), interval).toNanos(), step);
    long left = step - into;
    return Duration.ofNanos(left < step / 4 ? left + step : left);
  }

  private void note() {
    news.set(true);
  }

  /// Asks all threads to end and does not wait for them.
  @Override
  public void close() {
    closed = true;
    gatherer.interrupt();
  }

  /// Waits for the end of the gathering thread after {@link #close()}; for those that may block.
  public boolean ended(Duration atMost) throws InterruptedException {
    return gatherer.join(atMost);
  }
}
