package org.binnacle.diagnosis.view;

import java.util.Optional;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.kernel.Settings;
import org.binnacle.kernel.Words;

/// What every panel of this module is given.
///
/// @param explains where plans are shown
/// @param topSql empty where statements are not counted
/// @param incidents empty where none are kept
/// @param doors where panels lead to others
public record Kit(
    Diagnosis diagnosis,
    Settings settings,
    Words words,
    Tasks tasks,
    Choosers choosers,
    Explains explains,
    Optional<TopSql> topSql,
    Optional<Incidents> incidents,
    Doors doors) {

  /// Without a place for plans, top SQL and incidents.
  public Kit(Diagnosis diagnosis, Settings settings, Words words, Tasks tasks, Choosers choosers) {
    this(
        diagnosis,
        settings,
        words,
        tasks,
        choosers,
        Explains.NONE,
        Optional.empty(),
        Optional.empty(),
        Doors.none());
  }
}
