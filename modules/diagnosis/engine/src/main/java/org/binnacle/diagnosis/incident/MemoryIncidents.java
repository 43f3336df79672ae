package org.binnacle.diagnosis.incident;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Incidents kept until the program ends, for tests and for a run without a state.
public final class MemoryIncidents implements IncidentStore {
  private final Map<String, Incident> kept = new ConcurrentHashMap<>();

  @Override
  public void keep(Incident incident) {
    kept.put(incident.id(), incident);
  }

  @Override
  public List<Incident.Head> list(String containing, int limit) {
    String wanted = containing.toLowerCase(Locale.ROOT);
    return kept.values().stream()
        .map(Incident::head)
        .filter(head -> head.toString().toLowerCase(Locale.ROOT).contains(wanted))
        .sorted(Comparator.comparing(Incident.Head::at).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Incident> find(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public void note(String id, String note) {
    kept.computeIfPresent(id, (key, incident) -> incident.noted(note));
  }

  @Override
  public boolean remove(String id) {
    return kept.remove(id) != null;
  }
}
