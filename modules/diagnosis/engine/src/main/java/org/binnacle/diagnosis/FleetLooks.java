package org.binnacle.diagnosis;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.binnacle.diagnosis.deadlock.DeadlockReader;
import org.binnacle.diagnosis.event.EventLog;
import org.binnacle.diagnosis.event.EventWatch;
import org.binnacle.diagnosis.event.NotedKills;
import org.binnacle.diagnosis.health.Silences;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.Collecting;
import org.binnacle.diagnosis.pulse.FleetPulse;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.diagnosis.pulse.LimitBook;
import org.binnacle.diagnosis.pulse.PulseSettings;
import org.binnacle.diagnosis.pulse.SharedPulse;
import org.binnacle.diagnosis.replication.HeartbeatBook;
import org.binnacle.diagnosis.session.LoadBook;
import org.binnacle.diagnosis.trend.LastMinutes;
import org.binnacle.diagnosis.trend.Trends;
import org.binnacle.diagnosis.variable.Variables;
import org.binnacle.diagnosis.watch.Watches;
import org.binnacle.kernel.AuditLog;
import org.binnacle.mysql.Connections;

/// The light looks at the whole fleet, and who is told of them. What they have seen of an instance
/// is not asked a second time by the process list that is opened of it, nor the other way round.
final class FleetLooks implements AutoCloseable {
  private final Connections connections;
  private final Fleet fleet;
  private final Records records;
  private final Watches watches;
  private final LoadBook loads;
  private final Clock clock;
  private final LimitBook limits;
  private final HeartbeatBook heartbeats;
  private final Silences silences;
  private final Trends trends;
  private final DeadlockReader deadlocks;
  private final EventWatch events;
  private final SharedPulse shared;
  private final LastMinutes lastMinutes = new LastMinutes();
  private final List<Consumer<Beat>> listeners = new CopyOnWriteArrayList<>();

  /// @param loads is told how full servers are
  FleetLooks(
      Connections connections,
      Fleet fleet,
      Records records,
      Watches watches,
      LoadBook loads,
      Clock clock) {
    this.connections = connections;
    this.fleet = fleet;
    this.records = records;
    this.watches = watches;
    this.loads = loads;
    this.clock = clock;
    this.limits = new LimitBook(records.settings(), fleet);
    this.heartbeats = new HeartbeatBook(records.settings(), fleet);
    this.silences = new Silences(records.settings(), clock);
    this.trends = new Trends(records.trends(), clock);
    this.deadlocks = new DeadlockReader(records.deadlocks(), clock);
    this.events =
        new EventWatch(
            connections, fleet, deadlocks, new Variables(records.variables(), clock), clock);
    this.shared =
        new SharedPulse(collecting(this::note), () -> PulseSettings.interval(records.settings()));
  }

  private void note(Beat beat) {
    seen(beat);
    trends.note(beat);
    lastMinutes.note(beat, clock.instant());
    listeners.forEach(listener -> listener.accept(beat));
  }

  private void seen(Beat beat) {
    events.note(beat);
    beat.fresh().ifPresent(seen -> loads.note(beat.instance().id(), seen.load()));
  }

  private Collecting collecting(Consumer<Beat> note) {
    return new Collecting(
        connections,
        fleet,
        clock,
        limits,
        silences,
        watches::newest,
        note,
        events::changed,
        heartbeats);
  }

  FleetPulse pulse(Duration interval, Consumer<FleetState> onState) {
    return new FleetPulse(collecting(this::seen), interval, onState);
  }

  SharedPulse shared() {
    return shared;
  }

  DeadlockReader deadlocks() {
    return deadlocks;
  }

  EventLog events() {
    return events.log();
  }

  /// The audit log, whose kills are events too.
  AuditLog audited() {
    return new NotedKills(records.audit(), events());
  }

  LastMinutes lastMinutes() {
    return lastMinutes;
  }

  void onBeat(Consumer<Beat> listener) {
    listeners.add(listener);
  }

  Trends trends() {
    return trends;
  }

  Silences silences() {
    return silences;
  }

  @Override
  public void close() {
    shared.close();
    events.close();
    trends.close();
  }
}
