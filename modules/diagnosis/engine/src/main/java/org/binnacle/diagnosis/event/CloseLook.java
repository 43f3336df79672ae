package org.binnacle.diagnosis.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.binnacle.diagnosis.deadlock.Deadlock;
import org.binnacle.diagnosis.deadlock.DeadlockReader;
import org.binnacle.diagnosis.variable.Variables;
import org.binnacle.diagnosis.variable.VariablesScene;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks an instance once more where the light look tells that something has happened, on threads of
/// its own: for the text of a deadlock before the next one takes its place, and for the name of the
/// variable that changed. Bounded by the session contract and by how many ask at once.
final class CloseLook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CloseLook.class);

  /// At most one look at the deadlock of an instance in this time.
  static final Duration LEAST = Duration.ofSeconds(10);

  private static final Duration APART = Duration.ofMillis(200);
  private static final int AT_ONCE = 4;

  private final Connections connections;
  private final DeadlockReader deadlocks;
  private final Variables variables;
  private final EventLog log;
  private final Clock clock;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Semaphore firstPlace = new Semaphore(1);
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  /// What is asked or waits for its turn, so that it is asked once.
  private final Set<String> pending = ConcurrentHashMap.newKeySet();

  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> taken = new ConcurrentHashMap<>();
  private final Map<String, Instant> told = new ConcurrentHashMap<>();
  private final Map<String, String> changed = new ConcurrentHashMap<>();
  private volatile boolean closed;

  CloseLook(
      Connections connections,
      DeadlockReader deadlocks,
      Variables variables,
      EventLog log,
      Clock clock) {
    this.connections = connections;
    this.deadlocks = deadlocks;
    this.variables = variables;
    this.log = log;
    this.clock = clock;
  }

  /// The words of the newest change of variables; empty where there was none.
  Optional<String> changed(String instanceId) {
    return Optional.ofNullable(changed.get(instanceId));
  }

  /// Reads the values that a later change will be told against; of a whole fleet one after another.
  void remember(Server server) {
    told.putIfAbsent(server.id(), clock.instant());
    start(
        "variables",
        server,
        () -> {
          firstPlace.acquire();
          try {
            told.put(server.id(), ask(server).look().at());
            Thread.sleep(APART);
          } finally {
            firstPlace.release();
          }
        });
  }

  /// Finds out which variables changed.
  void variables(Server server, Instant at) {
    changed.remove(server.id());
    start(
        "changed",
        server,
        () -> {
          Instant since = told.getOrDefault(server.id(), at);
          VariablesScene scene = within(() -> ask(server));
          told.put(server.id(), scene.look().at());
          String words =
              Changed.words(scene.changes(), since)
                  .map(names -> "variable changed: " + names)
                  .orElse(Changed.UNKNOWN);
          changed.put(server.id(), words);
          log.note(server.id(), new Event(at, EventKind.VARIABLE, words));
        });
  }

  private VariablesScene ask(Server server) {
    return connections.monitor(server, variables::read);
  }

  /// Takes the text of the newest deadlock, unless the server refused it before.
  void deadlock(Server server, Instant at) {
    if (refused.contains(server.id())) {
      return;
    }
    start(
        "deadlock",
        server,
        () -> {
          Long last = taken.get(server.id());
          if (last != null) {
            long left = LEAST.toNanos() - (System.nanoTime() - last);
            if (left > 0) {
              Thread.sleep(Duration.ofNanos(left));
            }
          }
          taken.put(server.id(), System.nanoTime());
          String words = within(() -> connections.monitor(server, this::text));
          log.note(server.id(), new Event(at, EventKind.DEADLOCK, words));
        });
  }

  private String text(Session session) {
    InstanceRef instance = session.server().ref();
    if (!session.facts().can(Capability.PROCESS)) {
      refused.add(instance.id());
      LOG.info("deadlocks of {} cannot be kept: the account lacks PROCESS", instance.name());
      return "deadlocks happen; their text is not read, since the account lacks PROCESS";
    }
    return deadlocks.catchNewest(session).map(CloseLook::words).orElse("deadlock");
  }

  private static String words(Deadlock deadlock) {
    String victim = deadlock.victimWords();
    return "deadlock on "
        + String.join(", ", deadlock.tables())
        + (victim.isEmpty() ? "" : ", rolled back " + victim);
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private interface Question<T> {
    T ask();
  }

  private <T> T within(Question<T> question) throws InterruptedException {
    places.acquire();
    try {
      return question.ask();
    } finally {
      places.release();
    }
  }

  private void start(String what, Server server, Work work) {
    String key = what + " " + server.id();
    if (closed || !pending.add(key)) {
      return;
    }
    Thread thread =
        Thread.ofVirtual()
            .name("close-look-" + server.ref().name())
            .unstarted(
                () -> {
                  try {
                    work.run();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  } catch (RuntimeException e) {
                    LOG.info(
                        "no closer look ({}) at {}: {}",
                        what,
                        server.ref().name(),
                        Fault.of(e).code().id());
                  } finally {
                    pending.remove(key);
                    threads.remove(Thread.currentThread());
                  }
                });
    threads.add(thread);
    thread.start();
    if (closed) {
      thread.interrupt();
    }
  }

  /// Asks all threads to end and does not wait for them.
  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
  }
}
