package org.binnacle.diagnosis.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks several instances the same thing again and again, each on a virtual thread of its own, on
/// its monitoring connection. An instance's next round starts when its last has ended and its time
/// has come (later where looks cost the server much, see {@link Stride}); late rounds are left out,
/// never queued. What was seen before a failure stays.
public final class Rounds<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration HEALTHY = Duration.ofSeconds(1);

  private final Look<T> look;
  private final Consumer<List<Seen<T>>> onRound;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private final Map<String, Seen<T>> newest = new LinkedHashMap<>();
  private final List<Worker> workers = new ArrayList<>();
  private Duration interval;
  private boolean closed;

  /// One look, which its worker's stride takes note of.
  private interface Look<T> {
    T at(Server server, Stride stride);
  }

  /// What is known of one instance.
  ///
  /// @param value the newest; empty until the first answer
  /// @param at when the value came, by this workstation's clock
  /// @param fault why the last round failed; empty where it did not
  /// @param rounds how many have ended; 0 where it was not asked yet
  /// @param every the time between its rounds, longer than wanted where they cost the server much
  public record Seen<T>(
      InstanceRef instance,
      Optional<T> value,
      Optional<Instant> at,
      Optional<Fault> fault,
      long rounds,
      Duration every) {}

  /// Starts at once.
  ///
  /// @param name of the threads, such as `locks`
  /// @param work called on a thread of ours with the monitoring session
  /// @param onRound called after each round of any instance, one call at a time, with all of them
  ///   in the order given; must not block
  public Rounds(
      String name,
      List<Server> servers,
      Connections connections,
      Duration interval,
      Function<Session, T> work,
      Consumer<List<Seen<T>>> onRound) {
    this.look =
        (server, stride) -> {
          try {
            return connections.monitor(server, session -> timed(session, stride, work));
          } finally {
            stride.throttled(slow(connections, server), wanted());
          }
        };
    this.onRound = onRound;
    this.interval = interval;
    for (Server server : servers) {
      newest.put(
          server.id(),
          new Seen<>(
              server.ref(), Optional.empty(), Optional.empty(), Optional.empty(), 0, interval));
      workers.add(new Worker(name, server));
    }
    workers.forEach(worker -> worker.thread.start());
  }

  private Rounds(List<Seen<T>> recorded, Consumer<List<Seen<T>>> onRound) {
    this.look =
        (server, stride) -> {
          throw new IllegalStateException("what was recorded is not asked again");
        };
    this.onRound = onRound;
    this.interval = Duration.ZERO;
    recorded.forEach(seen -> newest.put(seen.instance().id(), seen));
  }

  private static <T> T timed(Session session, Stride stride, Function<Session, T> work) {
    if (!stride.due()) {
      return work.apply(session);
    }
    var timed = new TimedSession(session);
    T value = work.apply(timed);
    stride.note(timed.cost());
    return value;
  }

  /// Whether the breaker says that the server answers slowly.
  public static boolean slow(Connections connections, Server server) {
    return connections.health(server) instanceof Health.Up up && up.throttled();
  }

  private Duration wanted() {
    lock.lock();
    try {
      return interval;
    } finally {
      lock.unlock();
    }
  }

  /// What was recorded: told once, on a thread of ours, and never asked again.
  public static <T> Rounds<T> still(List<Seen<T>> recorded, Consumer<List<Seen<T>>> onRound) {
    var rounds = new Rounds<>(recorded, onRound);
    Thread.ofVirtual().name("recorded").start(rounds::tellAll);
    return rounds;
  }

  private void tellAll() {
    lock.lock();
    try {
      if (!closed) {
        onRound.accept(List.copyOf(newest.values()));
      }
    } finally {
      lock.unlock();
    }
  }

  /// Takes effect at once.
  public void interval(Duration wanted) {
    change(() -> interval = wanted);
  }

  /// A round of all as soon as the present ones have ended.
  public void now() {
    change(() -> workers.forEach(worker -> worker.now = true));
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

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private final class Worker {
    private final Server server;
    private final Thread thread;
    private final Stride stride = new Stride(Stride.VIEW);
    private boolean now;
    private volatile long began;
    private Optional<FaultCode> logged = Optional.empty();

    Worker(String name, Server server) {
      this.server = server;
      this.thread =
          Thread.ofVirtual().name(name + "-" + server.ref().name()).unstarted(this::rounds);
    }

    private void rounds() {
      while (!isClosed()) {
        Optional<T> value = Optional.empty();
        Optional<Fault> fault = Optional.empty();
        began = Math.max(1, System.nanoTime());
        try {
          value = Optional.of(look.at(server, stride));
          logged = Optional.empty();
        } catch (RuntimeException e) {
          fault = Optional.of(Fault.of(e));
          log(fault.get());
        } finally {
          began = 0;
        }
        if (!tell(value, fault) || !pause()) {
          return;
        }
      }
    }

    private boolean tell(Optional<T> value, Optional<Fault> fault) {
      lock.lock();
      try {
        Seen<T> before = newest.get(server.id());
        if (closed || before == null) {
          return false;
        }
        newest.put(
            server.id(),
            new Seen<>(
                server.ref(),
                value.or(before::value),
                value.isPresent() ? Optional.of(Instant.now()) : before.at(),
                fault,
                before.rounds() + 1,
                stride.interval(interval)));
        onRound.accept(List.copyOf(newest.values()));
        return true;
      } catch (RuntimeException e) {
        LOG.error("a listener of {} failed", server.ref().name(), e);
        return true;
      } finally {
        lock.unlock();
      }
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

    private boolean pause() {
      lock.lock();
      try {
        long began = System.nanoTime();
        while (!closed && !now) {
          long left = began + stride.interval(interval).toNanos() - System.nanoTime();
          if (left <= 0) {
            break;
          }
          long ignored = woken.awaitNanos(left);
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
  }

  /// Asks the threads to end and does not wait. Healthy rounds under way are let end, since
  /// breaking one would cost the monitoring connection; one that hangs is interrupted.
  @Override
  public void close() {
    change(() -> closed = true);
    for (Worker worker : workers) {
      long began = worker.began;
      if (began == 0 || System.nanoTime() - began > HEALTHY.toNanos()) {
        worker.thread.interrupt();
      }
    }
  }
}
