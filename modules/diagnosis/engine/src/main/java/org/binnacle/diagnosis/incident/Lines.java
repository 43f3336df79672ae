package org.binnacle.diagnosis.incident;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.binnacle.diagnosis.incident.step.Steps.Lane;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;

/// The at most two connections of a capture: the monitoring one, held already where the instance is
/// watched, which is never broken; and one of its own where the server has room, which is given up
/// when it does not answer.
final class Lines implements AutoCloseable {
  private static final Bounds OWN =
      new Bounds(
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1));

  private final Server server;
  private final Connections connections;
  private final Map<Lane, CompletableFuture<Boolean>> stuck = new EnumMap<>(Lane.class);
  private final Map<Lane, String> doing = new EnumMap<>(Lane.class);
  private final Map<String, CompletableFuture<Boolean>> late = new HashMap<>();
  private Optional<Session> own = Optional.empty();

  /// No answer within the budget.
  static final class Late extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Lines(Server server, Connections connections) {
    this.server = server;
    this.connections = connections;
  }

  /// @return whether there is a second connection; a full server gives none, and its own is enough
  boolean open() {
    try {
      own = Optional.of(connections.vital(server, "capture", OWN, true));
    } catch (Fault none) {
      own = Optional.empty();
    }
    return own.isPresent();
  }

  /// Runs work on a lane and waits for it.
  ///
  /// @param words what it is
  /// @throws Late where it takes longer; the work goes on, and {@link #busy} tells so
  void on(Lane on, String words, Duration budget, Function<Session, Boolean> work) {
    synchronized (this) {
      doing.put(on, words);
    }
    var done = new CompletableFuture<Boolean>();
    Thread.ofVirtual()
        .name("capture-step-" + server.ref().name())
        .start(
            () -> {
              try {
                done.complete(
                    on == Lane.HELD ? connections.monitor(server, work) : work.apply(ownSession()));
              } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
              }
            });
    try {
      done.get(budget.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException over) {
      synchronized (this) {
        stuck.put(on, done);
        late.put(words, done);
      }
      if (on == Lane.OWN) {
        renew();
      }
      throw new Late();
    } catch (ExecutionException e) {
      throw Fault.of(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.CANCELLED, "interrupted", e);
    }
  }

  private synchronized Session ownSession() {
    return own.orElseThrow(() -> new Fault(Fault.CANCELLED, "the second connection is gone"));
  }

  /// A connection that does not answer is of no use: another one in its place.
  private void renew() {
    Optional<Session> old;
    synchronized (this) {
      old = own;
      own = Optional.empty();
    }
    old.ifPresent(
        session -> {
          session.abort();
          session.close();
        });
    try {
      Session fresh = connections.vital(server, "capture", OWN, true);
      synchronized (this) {
        own = Optional.of(fresh);
        stuck.remove(Lane.OWN);
      }
    } catch (Fault none) {
      // The steps that are left say that the connection is gone.
    }
  }

  /// What a lane is still busy with, after a moment of patience.
  Optional<String> busy(Lane on) {
    CompletableFuture<Boolean> running;
    synchronized (this) {
      running = stuck.get(on);
    }
    if (running == null) {
      return Optional.empty();
    }
    try {
      running.get(300, TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      synchronized (this) {
        return Optional.of(doing.getOrDefault(on, "another step"));
      }
    } catch (ExecutionException ended) {
      // It failed: the connection is free, or a new one is opened.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      stuck.remove(on);
    }
    return Optional.empty();
  }

  /// Whether a step that took too long still runs, so that its content may not be touched.
  synchronized boolean busyWith(String words) {
    CompletableFuture<Boolean> running = late.get(words);
    return running != null && !running.isDone();
  }

  @Override
  public void close() {
    Optional<Session> last;
    synchronized (this) {
      last = own;
      own = Optional.empty();
    }
    last.ifPresent(Session::close);
  }
}
