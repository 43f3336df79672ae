package org.binnacle.diagnosis.incident;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.diagnosis.kill.Snapshots;
import org.binnacle.diagnosis.session.ProcessRow;

/// The sessions of an incident as rows again, so that a query or a kill rule can be tried on them.
public final class RecordedSessions {
  private RecordedSessions() {}

  /// All sessions of the first look, instance by instance; none where they were not captured.
  public static List<ProcessRow> of(Incident incident) {
    var rows = new ArrayList<ProcessRow>();
    for (Recorded one : incident.recorded()) {
      for (Grid.Line line : one.grid("sessions", "all").lines()) {
        rows.add(Snapshots.row(line::text, one.instance()));
      }
    }
    return rows;
  }
}
