package org.binnacle.app.window;

import java.nio.file.Path;
import java.util.function.Function;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.kernel.Settings;
import org.binnacle.kernel.Words;

/// What the window needs of the house. The house makes this on any thread; {@link MainWindow#open}
/// takes it on the FX thread and asks for the parts then.
///
/// @param version of this program
/// @param folder the state folder
/// @param tasks owned by the house and closed by it
/// @param parts asked once on the FX thread, with the desk that they open panels on
public record WindowWiring(
    Settings settings,
    Words words,
    String version,
    Path folder,
    Choosers choosers,
    Tasks tasks,
    Function<Desk, Parts> parts) {

  /// What parts may use of the window.
  ///
  /// @param choosers file dialogs
  /// @param themes to dress further windows
  public record Desk(
      Workbench workbench,
      Tasks tasks,
      Choosers choosers,
      org.binnacle.fxkit.theme.Themes themes,
      Settings settings,
      Words words) {}
}
