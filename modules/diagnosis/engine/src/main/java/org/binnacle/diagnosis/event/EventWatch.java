package org.binnacle.diagnosis.event;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.deadlock.DeadlockReader;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.variable.Variables;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;

/// Makes events of the light looks, and looks closer where they do not tell enough. From any
/// thread.
public final class EventWatch implements AutoCloseable {
  private final Fleet fleet;
  private final Clock clock;
  private final EventLog log = new EventLog();
  private final CloseLook close;
  private final Map<String, Changes> changes = new ConcurrentHashMap<>();

  public EventWatch(
      Connections connections,
      Fleet fleet,
      DeadlockReader deadlocks,
      Variables variables,
      Clock clock) {
    this.fleet = fleet;
    this.clock = clock;
    this.close = new CloseLook(connections, deadlocks, variables, log, clock);
  }

  public EventLog log() {
    return log;
  }

  /// Which variables changed last, in words; empty where none did.
  public String changed(String instanceId) {
    return close.changed(instanceId).orElse("");
  }

  /// Takes each look; does not block.
  public void note(Beat beat) {
    String id = beat.instance().id();
    Changes own = changes.computeIfAbsent(id, one -> new Changes());
    Changes.Told told;
    synchronized (own) {
      told = own.note(beat, clock.instant());
    }
    told.events().forEach(event -> log.note(id, event));
    if (!told.first() && !told.deadlock() && !told.variables()) {
      return;
    }
    Optional<Server> server = fleet.find(id);
    server.ifPresent(
        one -> {
          if (told.first()) {
            close.remember(one);
          }
          if (told.deadlock()) {
            close.deadlock(one, beat.at().orElse(clock.instant()));
          }
          if (told.variables()) {
            close.variables(one, beat.at().orElse(clock.instant()));
          }
        });
  }

  @Override
  public void close() {
    close.close();
  }
}
