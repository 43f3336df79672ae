package org.binnacle.diagnosis.pulse;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.binnacle.mysql.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A light look at every instance of the fleet, each on a virtual thread of its own, so that a dead
/// one delays nobody. Those that are opened or sick are looked at each second. Follows the fleet as
/// it changes.
public final class FleetPulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FleetPulse.class);
  private static final Duration GATHER = Duration.ofMillis(250);
  private static final Duration FOLLOW = Duration.ofSeconds(2);

  /// What has only other figures can wait for so long: nobody draws them more often.
  private static final Duration FIGURES = Duration.ofSeconds(1);

  /// However many are sick: the load that we make stays bounded.
  private static final int SICK_AT_ONCE = 16;

  private final Collecting collecting;
  private final Duration interval;
  private final Consumer<FleetState> onState;
  private final Set<String> sick = ConcurrentHashMap.newKeySet();

  /// Both are the gatherer's alone.
  private final Map<String, Beating> hearts = new HashMap<>();

  private Roll roll = Roll.EMPTY;

  /// An empty fleet is news too.
  private final AtomicBoolean news = new AtomicBoolean(true);

  private final AtomicBoolean figures = new AtomicBoolean();

  private final Thread gatherer;
  private volatile boolean closed;

  private record Beating(Server server, Heart heart, Roll.Cell cell) {}

  /// Starts at once.
  ///
  /// @param interval between two looks at one healthy instance; 5 s is usual
  /// @param onState the newest state: within a quarter of a second where something has become
  ///   better or worse or has another problem, else once a second; on a thread of ours
  public FleetPulse(Collecting collecting, Duration interval, Consumer<FleetState> onState) {
    this.collecting = collecting;
    this.interval = interval;
    this.onState = onState;
    gatherer = Thread.ofVirtual().name("pulse").start(this::gather);
  }

  private void gather() {
    long followed = 0;
    long told = System.nanoTime();
    try {
      while (!closed) {
        long now = System.nanoTime();
        if (followed == 0 || now - followed >= FOLLOW.toNanos()) {
          follow();
          followed = now;
        }
        boolean due = now - told >= FIGURES.toNanos() && figures.get();
        if (news.getAndSet(false) || due) {
          figures.set(false);
          told = now;
          tell();
        }
        Thread.sleep(GATHER);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hearts.values().forEach(beating -> beating.heart().stop());
    }
  }

  private void tell() {
    try {
      onState.accept(roll.state());
    } catch (RuntimeException e) {
      LOG.error("a listener of the fleet's state failed", e);
    }
  }

  /// Starts for those that came, stops for those that went or were edited.
  private void follow() {
    Map<String, Server> now = new LinkedHashMap<>();
    collecting.fleet().servers().forEach(server -> now.put(server.id(), server));
    boolean went =
        hearts
            .entrySet()
            .removeIf(
                entry -> {
                  boolean gone = !entry.getValue().server().equals(now.get(entry.getKey()));
                  if (gone) {
                    entry.getValue().heart().stop();
                    sick.remove(entry.getKey());
                  }
                  return gone;
                });
    List<Server> came =
        now.values().stream().filter(server -> !hearts.containsKey(server.id())).toList();
    came.forEach(this::begin);
    if (went || !came.isEmpty()) {
      roll = Roll.of(hearts.values().stream().map(Beating::cell).toList());
      news.set(true);
    }
  }

  private void begin(Server server) {
    var cell = new Roll.Cell(Beat.none(server.ref(), interval));
    var heart =
        new Heart(
            server,
            collecting,
            interval,
            new Heart.Round() {
              @Override
              public boolean focused(String id, boolean ill) {
                return focus(id, ill);
              }

              @Override
              public void beat(Beat beat) {
                if (!Thread.currentThread().isInterrupted()) {
                  boolean tells = cell.put(beat);
                  collecting.note().accept(beat);
                  (tells ? news : figures).set(true);
                }
              }
            });
    hearts.put(server.id(), new Beating(server, heart, cell));
    heart.start();
  }

  private boolean focus(String id, boolean ill) {
    if (ill && (sick.contains(id) || sick.size() < SICK_AT_ONCE)) {
      sick.add(id);
      return true;
    }
    sick.remove(id);
    return collecting.opened().apply(id).isPresent();
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
