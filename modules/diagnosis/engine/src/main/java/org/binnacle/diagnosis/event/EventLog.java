package org.binnacle.diagnosis.event;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The newest events of each instance, {@link #KEPT} at most, as long as the program runs. From any
/// thread.
public final class EventLog {
  /// Events of one instance that are kept.
  public static final int KEPT = 200;

  private final Map<String, Deque<Event>> events = new ConcurrentHashMap<>();

  public void note(String instanceId, Event event) {
    Deque<Event> own = events.computeIfAbsent(instanceId, id -> new ArrayDeque<>());
    synchronized (own) {
      own.addLast(event);
      if (own.size() > KEPT) {
        own.removeFirst();
      }
    }
  }

  /// The oldest first.
  public List<Event> of(String instanceId) {
    Deque<Event> own = events.get(instanceId);
    if (own == null) {
      return List.of();
    }
    synchronized (own) {
      return own.stream().sorted(Comparator.comparing(Event::at)).toList();
    }
  }

  /// Those at or after a moment, the oldest first.
  public List<Event> since(String instanceId, Instant from) {
    return of(instanceId).stream().filter(event -> !event.at().isBefore(from)).toList();
  }
}
