package org.binnacle.diagnosis.view;

import java.time.Instant;
import java.util.Optional;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.guard.Guard;
import org.binnacle.diagnosis.tape.Recorders;
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
/// @param guard captures by themselves; empty where nothing watches
/// @param recorders records that are being made; empty where none can be
public record Kit(
    Diagnosis diagnosis,
    Settings settings,
    Words words,
    Tasks tasks,
    Choosers choosers,
    Explains explains,
    Optional<TopSql> topSql,
    Optional<Incidents> incidents,
    Doors doors,
    Optional<Guard> guard,
    Optional<Recorders> recorders) {
  /// What is said where somebody wants to act on what was recorded.
  public static final String RECORDED =
      "This was recorded: nothing can be done to a server here. \"Go live\" shows what it does now.";

  /// When what is shown was recorded; empty for live views. What is recorded cannot be acted on.
  public Optional<Instant> recorded() {
    return diagnosis.recordedAt();
  }

  /// Nothing captures by itself, and nothing can be recorded.
  public Kit(
      Diagnosis diagnosis,
      Settings settings,
      Words words,
      Tasks tasks,
      Choosers choosers,
      Explains explains,
      Optional<TopSql> topSql,
      Optional<Incidents> incidents,
      Doors doors) {
    this(
        diagnosis,
        settings,
        words,
        tasks,
        choosers,
        explains,
        topSql,
        incidents,
        doors,
        Optional.empty(),
        Optional.empty());
  }

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
