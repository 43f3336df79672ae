package org.binnacle.diagnosis.kill;

import java.util.function.Consumer;
import org.binnacle.kernel.Cancel;

/// How a run goes, how it is stopped, and who follows it.
///
/// @param cancel a wish to stop: no further kill is sent, and the killed are not watched longer
/// @param steps told of each step, from the thread of the run; over several instances from several
public record Course(Pacing pacing, Cancel cancel, Consumer<KillStep> steps) {

  /// At the standard pace, stopped by nobody, followed by nobody.
  public static Course standard() {
    return new Course(Pacing.standard(), Cancel.never(), step -> {});
  }
}
