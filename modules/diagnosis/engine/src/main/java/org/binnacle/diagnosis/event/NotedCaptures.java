package org.binnacle.diagnosis.event;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.IncidentStore;
import org.binnacle.diagnosis.incident.Recorded;

/// Keeps incidents elsewhere, and notes each capture as an event of its instances.
///
/// @param events asked when the first is kept
public record NotedCaptures(IncidentStore store, Supplier<EventLog> events)
    implements IncidentStore {
  @Override
  public void keep(Incident incident) {
    store.keep(incident);
    for (Recorded one : incident.recorded()) {
      events
          .get()
          .note(
              one.instance().id(),
              new Event(incident.at(), EventKind.CAPTURE, "capture: " + incident.title()));
    }
  }

  @Override
  public List<Incident.Head> list(String containing, int limit) {
    return store.list(containing, limit);
  }

  @Override
  public Optional<Incident> find(String id) {
    return store.find(id);
  }

  @Override
  public void note(String id, String note) {
    store.note(id, note);
  }

  @Override
  public boolean remove(String id) {
    return store.remove(id);
  }
}
