package org.binnacle.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.binnacle.app.cli.Call;
import org.binnacle.app.cli.CliFaults;
import org.binnacle.app.cli.Screens;
import org.binnacle.kernel.Fault;

/// Starts what needs JavaFX, which is loaded only then.
final class Windows implements Screens {

  @Override
  public int window(Call call, List<Path> files) {
    throw new Fault(CliFaults.NO_DISPLAY, "this build has no window yet");
  }

  @Override
  public int demo(Call call, boolean headless, Optional<Path> tour) {
    throw new Fault(CliFaults.NO_DISPLAY, "this build has no window yet");
  }
}
