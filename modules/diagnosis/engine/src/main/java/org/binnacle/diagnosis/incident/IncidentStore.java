package org.binnacle.diagnosis.incident;

import java.util.List;
import java.util.Optional;

/// The port to where incidents are kept. Every method blocks.
public interface IncidentStore {

  /// Keeps it, in place of one with the same id.
  void keep(Incident incident);

  /// The newest first.
  ///
  /// @param containing only those with this text in instances, title, note, trigger or summary;
  ///   empty for all
  List<Incident.Head> list(String containing, int limit);

  Optional<Incident> find(String id);

  void note(String id, String note);

  /// @return whether there was one
  boolean remove(String id);
}
