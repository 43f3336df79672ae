package org.binnacle.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What needs the window: handed in, so that this package never names JavaFX.
public interface Screens {

  /// Opens the window and returns when it was closed.
  ///
  /// @param files scripts that the desktop handed over
  /// @return the exit code
  int window(Call call, List<Path> files);

  /// Starts the demo fleet and shows it.
  ///
  /// @param headless no window: a tour of screenshots instead
  /// @param tour where the screenshots go
  int demo(Call call, boolean headless, Optional<Path> tour);
}
