package org.binnacle.diagnosis.incident;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.binnacle.diagnosis.lock.LockEdges;
import org.binnacle.diagnosis.query.QueryError;
import org.binnacle.diagnosis.query.SessionQuery;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;

/// Looks at instances until a trigger holds. For one thread; cool-downs last over several waits.
public final class TriggerWatch {
  private final Connections connections;
  private final Trigger trigger;
  private final Supplier<Map<String, String>> saved;
  private final ProcessReader reader = new ProcessReader(Clock.systemUTC());
  private final LockEdges queues = new LockEdges(Clock.systemUTC());
  private final Map<String, Trigger.Count> counts = new HashMap<>();
  private final Map<String, Sample> last = new HashMap<>();

  private record Sample(double value, long atNs) {}

  /// @param saved the filters that `@name` stands for, asked at each look
  public TriggerWatch(
      Connections connections, Trigger trigger, Supplier<Map<String, String>> saved) {
    this.connections = connections;
    this.trigger = trigger;
    this.saved = saved;
  }

  /// Without saved filters.
  public TriggerWatch(Connections connections, Trigger trigger) {
    this(connections, trigger, Map::of);
  }

  /// Blocks until it holds on one of them, or a stop is asked for.
  ///
  /// @param trouble told where a look fails; the next one is tried all the same
  /// @return what holds, in words; empty after a stop
  public Optional<String> await(
      List<Server> servers, Duration interval, Consumer<Fault> trouble, Cancel cancel) {
    var stopped = new CountDownLatch(1);
    cancel.onAsk(stopped::countDown);
    try {
      do {
        for (Server server : servers) {
          Optional<String> fired = look(server, trouble);
          if (fired.isPresent()) {
            return fired;
          }
        }
      } while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /// One look at one instance.
  public Optional<String> look(Server server, Consumer<Fault> trouble) {
    var count = counts.computeIfAbsent(server.id(), id -> new Trigger.Count(trigger));
    try {
      OptionalDouble value = connections.monitor(server, session -> value(server, session));
      if (value.isPresent() && count.look(value.getAsDouble(), System.nanoTime())) {
        return Optional.of(words(server.ref(), trigger, value.getAsDouble()));
      }
    } catch (Fault fault) {
      count.failed();
      trouble.accept(fault);
    }
    return Optional.empty();
  }

  /// `shop-1: Threads_running>25 at 5 looks in a row (is 41)`.
  public static String words(InstanceRef instance, Trigger trigger, double value) {
    return "%s: %s (%s)".formatted(instance.name(), trigger.words(), shown(value));
  }

  private static String shown(double value) {
    return value == Math.rint(value) ? "is " + (long) value : "is %.1f".formatted(value);
  }

  private OptionalDouble value(Server server, Session session) {
    return switch (trigger.what()) {
      case Trigger.What.Variable variable -> status(session, variable.name());
      case Trigger.What.Growth growth -> growth(server, status(session, growth.name()));
      case Trigger.What.Sessions sessions -> fitting(session, query(sessions.query()));
      case Trigger.What.Blocks blocks ->
          known(queues.onto(session, reader.rows(session, Want.active())))
              .map(TriggerWatch::mostBlocked)
              .orElseGet(OptionalDouble::empty);
    };
  }

  private SessionQuery query(String text) {
    return switch (SessionQuery.parse(text, saved.get())) {
      case SessionQuery.Parsed.Good(SessionQuery query) -> query;
      case SessionQuery.Parsed.Bad(QueryError error) ->
          throw new Fault(IncidentFaults.TRIGGER, error.message());
    };
  }

  /// Who waits for whom is asked only where the query wants it.
  private OptionalDouble fitting(Session session, SessionQuery query) {
    List<ProcessRow> rows = reader.rows(session, Want.active());
    Optional<List<ProcessRow>> told =
        query.asksQueues() ? known(queues.onto(session, rows)) : Optional.of(rows);
    return told.map(all -> OptionalDouble.of(all.stream().filter(query).count()))
        .orElseGet(OptionalDouble::empty);
  }

  /// Nothing where the lock questions are at rest or failed: no look is not the same as no queue.
  private static Optional<List<ProcessRow>> known(List<ProcessRow> rows) {
    return Optional.of(rows)
        .filter(all -> all.stream().noneMatch(row -> row.blocking().blocks() < 0));
  }

  private static OptionalDouble mostBlocked(List<ProcessRow> rows) {
    return OptionalDouble.of(
        rows.stream().mapToInt(row -> row.blocking().blocks()).max().orElse(0));
  }

  private OptionalDouble growth(Server server, OptionalDouble now) {
    if (now.isEmpty()) {
      return now;
    }
    var sample = new Sample(now.getAsDouble(), System.nanoTime());
    Sample before = last.put(server.id(), sample);
    // A counter that fell began anew: there is no growth to tell.
    return before == null || sample.value() < before.value()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            (sample.value() - before.value()) / ((sample.atNs() - before.atNs()) / 1e9));
  }

  /// @throws Fault with {@link IncidentFaults#TRIGGER} where the server has no such variable
  private static OptionalDouble status(Session session, String name) {
    // The name has letters, digits and underscores only.
    List<Double> values =
        session.query(
            session.flavour().incident().status() + " WHERE VARIABLE_NAME = '" + name + "'",
            row -> row.decimal("value").orElse(Double.NaN));
    if (values.isEmpty() || values.getFirst().isNaN()) {
      throw new Fault(IncidentFaults.TRIGGER, name + " is no number of this server's status");
    }
    return OptionalDouble.of(values.getFirst());
  }
}
