package org.binnacle.diagnosis.view;

import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.kernel.Settings;
import org.binnacle.kernel.Words;

/// What every panel of this module is given.
///
/// @param explains where plans are shown
public record Kit(
    Diagnosis diagnosis,
    Settings settings,
    Words words,
    Tasks tasks,
    Choosers choosers,
    Explains explains) {

  /// Without a place for plans.
  public Kit(Diagnosis diagnosis, Settings settings, Words words, Tasks tasks, Choosers choosers) {
    this(diagnosis, settings, words, tasks, choosers, Explains.NONE);
  }
}
