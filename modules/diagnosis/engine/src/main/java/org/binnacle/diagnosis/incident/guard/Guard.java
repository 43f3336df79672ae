package org.binnacle.diagnosis.incident.guard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.Release;
import org.binnacle.diagnosis.incident.Trigger;
import org.binnacle.diagnosis.incident.TriggerWatch;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.query.SavedFilters;
import org.binnacle.diagnosis.query.SessionQuery;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Settings;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches over the fleet's looks and captures where a rule holds. Most rules cost no server
/// anything: what they name is in the look. What is not is asked once a look on the monitoring
/// connection. From any thread.
public final class Guard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
  private static final String TAKEN = "incident.trigger-taken.";

  /// However many instances are in trouble at once.
  private static final int AT_ONCE = 4;

  private final TriggerRules rules;
  private final SavedFilters saved;
  private final Settings settings;
  private final Connections connections;
  private final Fleet fleet;
  private final Incidents incidents;
  private final Clock clock;
  private final List<Consumer<Fired>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private final Map<String, Watched> watched = new ConcurrentHashMap<>();
  private final Set<String> capturing = ConcurrentHashMap.newKeySet();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Cancel cancel = new Cancel();
  private volatile List<Armed> armed = List.of();
  private volatile boolean closed;

  /// A rule has fired and its capture has ended.
  public record Fired(TriggerRule rule, InstanceRef instance, Outcome<Incident> outcome) {}

  private record Armed(TriggerRule rule, Trigger trigger, Predicate<String> where) {}

  /// The counting of one rule on one instance.
  private static final class Watched {
    private final Trigger.Count count;
    private final TriggerWatch asks;
    private volatile boolean asking;

    Watched(Trigger trigger, Connections connections, SavedFilters saved) {
      this.count = new Trigger.Count(trigger);
      this.asks = new TriggerWatch(connections, trigger, saved::all);
    }
  }

  public Guard(
      Settings settings, Connections connections, Fleet fleet, Incidents incidents, Clock clock) {
    this.rules = new TriggerRules(settings);
    this.saved = new SavedFilters(settings);
    this.settings = settings;
    this.connections = connections;
    this.fleet = fleet;
    this.incidents = incidents;
    this.clock = clock;
    arm();
  }

  public List<TriggerRule> rules() {
    return rules.list();
  }

  /// How many captures a rule has taken today.
  public int takenToday(TriggerRule rule) {
    String[] kept = settings.get(TAKEN + rule.id()).orElse("").split(" ");
    return kept.length == 2 && kept[0].equals(today()) && kept[1].matches("[0-9]{1,6}")
        ? Integer.parseInt(kept[1])
        : 0;
  }

  private String today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()).toString();
  }

  /// Keeps a rule, in place of the one with the same id, and has it in force.
  ///
  /// @throws Fault where its selector is not understood, or it is on and its filter is not there
  public void keep(TriggerRule rule) {
    if (!rule.where().isEmpty()) {
      fleet.select(rule.where());
    }
    missing(rule)
        .filter(words -> rule.on())
        .ifPresent(
            words -> {
              throw new Fault(IncidentFaults.TRIGGER, words);
            });
    rules.keep(rule);
    watched.keySet().removeIf(key -> key.startsWith(rule.id() + "/"));
    arm();
  }

  /// What a rule waits for, with what the settings have as usual.
  public Trigger trigger(TriggerRule rule) {
    return rule.trigger(Release.usual(settings));
  }

  /// Why a rule can't hold as things are: `no saved filter @busy`.
  public Optional<String> missing(TriggerRule rule) {
    return trigger(rule).what() instanceof Trigger.What.Sessions(String query)
            && SessionQuery.parse(query, saved.all()) instanceof SessionQuery.Parsed.Bad(var error)
        ? Optional.of(error.message())
        : Optional.empty();
  }

  public void remove(TriggerRule rule) {
    rules.remove(rule.id());
    settings.remove(TAKEN + rule.id());
    watched.keySet().removeIf(key -> key.startsWith(rule.id() + "/"));
    arm();
  }

  private void arm() {
    armed =
        rules.list().stream()
            .filter(TriggerRule::on)
            .flatMap(rule -> armed(rule).stream())
            .toList();
  }

  private Optional<Armed> armed(TriggerRule rule) {
    try {
      Predicate<String> where = rule.where().isEmpty() ? id -> true : fleet.select(rule.where());
      return Optional.of(new Armed(rule, trigger(rule), where));
    } catch (Fault notUnderstood) {
      LOG.warn("a trigger is left out: {}", notUnderstood.getMessage());
      return Optional.empty();
    }
  }

  /// @param listener told after each capture that a rule took, on a thread of ours
  /// @return takes the listener off
  public Runnable onFired(Consumer<Fired> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Takes a look at an instance; quick. The looks of one instance come one after the other.
  public void look(Beat beat) {
    List<Armed> now = armed;
    if (now.isEmpty() || closed) {
      return;
    }
    String id = beat.instance().id();
    Seen own = seen.computeIfAbsent(id, key -> new Seen());
    synchronized (own) {
      beat.fresh().ifPresentOrElse(own::look, own::failed);
      for (Armed one : now) {
        if (one.where().test(id)) {
          check(one, own, beat);
        }
      }
    }
  }

  private void check(Armed one, Seen own, Beat beat) {
    Watched count =
        watched.computeIfAbsent(
            one.rule().id() + "/" + beat.instance().id(),
            key -> new Watched(one.trigger(), connections, saved));
    if (beat.fresh().isEmpty()) {
      count.count.failed();
      return;
    }
    switch (own.answer(one.trigger().what())) {
      case Seen.Answer.Value(double value) -> {
        if (count.count.look(value, System.nanoTime())) {
          fire(one, beat.instance(), TriggerWatch.words(beat.instance(), one.trigger(), value));
        }
      }
      case Seen.Answer.NotYet() -> {}
      case Seen.Answer.Elsewhere() -> ask(one, count, beat.instance());
    }
  }

  /// One question at a time: a slow server is not asked faster than it answers.
  private void ask(Armed one, Watched count, InstanceRef instance) {
    Optional<Server> server = fleet.find(instance.id());
    if (server.isEmpty() || count.asking) {
      return;
    }
    count.asking = true;
    Thread.ofVirtual()
        .name("trigger-" + instance.name())
        .start(
            () -> {
              try {
                count
                    .asks
                    .look(server.get(), fault -> LOG.debug("no look: {}", fault.getMessage()))
                    .ifPresent(words -> fire(one, instance, words));
              } catch (RuntimeException e) {
                LOG.warn("a trigger could not be checked on {}", instance.name(), e);
              } finally {
                count.asking = false;
              }
            });
  }

  private void fire(Armed one, InstanceRef instance, String words) {
    // Where the cluster is captured, all that holds on its other instances is in that capture.
    boolean whole = one.rule().cluster() && !instance.cluster().isEmpty();
    String what = whole ? "cluster " + instance.cluster() : instance.id();
    if (closed || !capturing.add(what)) {
      return;
    }
    if (!counted(one.rule())) {
      capturing.remove(what);
      LOG.info("{} holds on {}, but it has its captures of today", words, instance.name());
      return;
    }
    Thread.ofVirtual()
        .name("triggered-capture-" + instance.name())
        .start(
            () -> {
              places.acquireUninterruptibly();
              try {
                tell(new Fired(one.rule(), instance, captured(one.rule(), instance, words)));
              } finally {
                places.release();
                capturing.remove(what);
              }
            });
  }

  private synchronized boolean counted(TriggerRule rule) {
    int taken = takenToday(rule);
    if (taken >= rule.mostADay()) {
      return false;
    }
    settings.put(TAKEN + rule.id(), today() + " " + (taken + 1));
    return true;
  }

  private Outcome<Incident> captured(TriggerRule rule, InstanceRef instance, String words) {
    try {
      return new Outcome.Ok<>(
          incidents.capture(
              rule.cluster() ? incidents.clusters(List.of(instance)) : List.of(instance),
              new CaptureOptions(3, words, ""),
              state -> {},
              cancel));
    } catch (RuntimeException e) {
      LOG.warn("a triggered capture of {} failed: {}", instance.name(), e.getMessage());
      return new Outcome.Failed<>(Fault.of(e));
    }
  }

  private void tell(Fired fired) {
    for (Consumer<Fired> listener : listeners) {
      try {
        listener.accept(fired);
      } catch (RuntimeException e) {
        LOG.error("a listener of triggers failed", e);
      }
    }
  }

  /// Stops captures that are under way; what they have by then is kept.
  @Override
  public void close() {
    closed = true;
    cancel.ask();
  }
}
