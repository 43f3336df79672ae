package org.binnacle.diagnosis.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the process list of one instance again and again, on a virtual thread of its own. The
/// next round starts when the last has ended and its time has come; rounds that would be late are
/// left out, never queued. Where looks cost the server much they come less often; see {@link
/// Stride}. {@link #close()} interrupts a round under way.
public final class SessionWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration HEALTHY = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Server server;
  private final Connections connections;
  private final ProcessReader reader;
  private final Consumer<Look> onLook;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private final Thread thread;
  private final Stride stride = new Stride(Stride.LIST, Stride.SLOWEST_LIST);

  private Duration interval;
  private Duration every;
  private Want want = Want.active();
  private boolean now;
  private boolean closed;
  private volatile Look newest;
  private volatile long roundBegan;
  private long began;
  private Optional<FaultCode> logged = Optional.empty();

  /// Starts at once, the first round too.
  ///
  /// @param onLook called on the watch's thread after each round; must not block
  public SessionWatch(
      Server server,
      Connections connections,
      ProcessReader reader,
      Duration interval,
      Consumer<Look> onLook) {
    this.server = server;
    this.connections = connections;
    this.reader = reader;
    this.onLook = onLook;
    this.interval = bounded(interval);
    this.every = this.interval;
    this.newest = Look.none(server.ref(), this.interval);
    this.thread =
        Thread.ofVirtual().name("sessions-" + server.ref().name()).unstarted(this::rounds);
    thread.start();
  }

  /// Between half a second and half a minute.
  static Duration bounded(Duration wanted) {
    if (wanted.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
  }

  public Server server() {
    return server;
  }

  public Look newest() {
    return newest;
  }

  /// Takes effect at once: a shorter interval does not wait for the end of a longer one.
  public void interval(Duration wanted) {
    change(
        () -> {
          interval = bounded(wanted);
          every = stride.interval(interval);
        });
  }

  /// Asks for more or fewer rows, with a round at once.
  public void want(Want wanted) {
    change(
        () -> {
          now = now || !wanted.equals(want);
          want = wanted;
        });
  }

  /// A round as soon as the present one has ended.
  public void lookNow() {
    change(() -> now = true);
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      woken.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void rounds() {
    Optional<Instant> nothing = Optional.empty();
    while (!isClosed()) {
      Want wanted = wanted();
      Look before = newest;
      Look look;
      began = System.nanoTime();
      roundBegan = Math.max(1, began);
      try {
        ProcessSnapshot seen = connections.monitor(server, session -> read(session, wanted));
        slowed();
        look = after(before, Optional.of(seen), Optional.empty(), nothing);
        logged = Optional.empty();
      } catch (RuntimeException e) {
        Fault fault = Fault.of(e);
        log(fault);
        look = after(before, before.snapshot(), Optional.of(fault), retryAt());
      } finally {
        roundBegan = 0;
      }
      if (isClosed()) {
        return;
      }
      newest = look;
      try {
        onLook.accept(look);
      } catch (RuntimeException e) {
        LOG.error("a listener of {} failed", server.ref().name(), e);
      }
      if (!pause()) {
        return;
      }
    }
  }

  private void slowed() {
    boolean slow = Rounds.slow(connections, server);
    change(
        () -> {
          stride.throttled(slow, interval);
          every = stride.interval(interval);
        });
  }

  private ProcessSnapshot read(Session session, Want wanted) {
    if (!stride.due()) {
      return reader.read(session, wanted);
    }
    var timed = new TimedSession(session);
    ProcessSnapshot seen = reader.read(timed, wanted);
    change(
        () -> {
          stride.note(timed.cost());
          every = stride.interval(interval);
        });
    return seen;
  }

  private Look after(
      Look before,
      Optional<ProcessSnapshot> snapshot,
      Optional<Fault> fault,
      Optional<Instant> retryAt) {
    return new Look(
        server.ref(),
        snapshot,
        fault,
        fault.isPresent() ? before.failures() + 1 : 0,
        retryAt,
        interval(),
        before.rounds() + 1);
  }

  private Optional<Instant> retryAt() {
    return connections.health(server) instanceof Health.Down down
        ? down.retryAt()
        : Optional.empty();
  }

  // Once for each new trouble: a dead server must not fill the log.
  private void log(Fault fault) {
    if (logged.filter(fault.code()::equals).isEmpty()) {
      logged = Optional.of(fault.code());
      if (fault.code().kind() == FaultCode.Kind.BUG) {
        LOG.error("look at {} failed", server.ref().name(), fault);
      } else {
        LOG.warn("look at {} failed: {}", server.ref().name(), fault.getMessage());
      }
    }
  }

  /// Waits for this instance's next turn; false when it was closed.
  private boolean pause() {
    lock.lock();
    try {
      while (!closed && !now) {
        long left = untilTurn();
        if (left <= 0) {
          break;
        }
        Duration asked = every;
        // A changed interval starts the count again, with its own phase.
        while (!closed && !now && left > 0 && asked.equals(every)) {
          left = woken.awaitNanos(left);
        }
        if (left <= 0) {
          break;
        }
      }
      now = false;
      return !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private long untilTurn() {
    if (every.compareTo(interval) > 0) {
      // Stretched by what looks cost: the turns of the usual interval are no help.
      return began + every.toNanos() - System.nanoTime();
    }
    long step = every.toNanos();
    long phase = Phase.of(server.id(), every).toNanos();
    long into = Math.floorMod(System.nanoTime() - phase, step);
    long left = step - into;
    // A round that has just ended near its turn waits for the one after it.
    return left < step / 4 ? left + step : left;
  }

  private Duration interval() {
    lock.lock();
    try {
      return every;
    } finally {
      lock.unlock();
    }
  }

  private Want wanted() {
    lock.lock();
    try {
      return want;
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /// Asks the thread to end and does not wait for it. A healthy round under way is let end, since
  /// breaking it would cost the monitoring connection; one that hangs is interrupted.
  @Override
  public void close() {
    change(() -> closed = true);
    long since = roundBegan;
    if (since == 0 || System.nanoTime() - since > HEALTHY.toNanos()) {
      thread.interrupt();
    }
  }

  /// Waits for the end of the thread after {@link #close()}; for those that may block.
  public boolean ended(Duration atMost) throws InterruptedException {
    return thread.join(atMost);
  }
}
