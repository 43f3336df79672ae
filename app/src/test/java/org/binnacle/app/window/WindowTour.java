package org.binnacle.app.window;

import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Orientation;
import org.binnacle.fxkit.Shots;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;

/// Renders each screen of the shell to `target/shots`, to be looked at.
final class WindowTour {
  private WindowTour() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/shots");
    Screen.start();
    for (Themes.Choice choice : new Themes.Choice[] {Themes.Choice.LIGHT, Themes.Choice.DARK}) {
      var window = Screen.get(() -> MainWindow.open(new Trial().wiring(new MemorySettings())));
      Screen.run(() -> window.themes().choice().set(choice));
      String name = choice.name().toLowerCase(Locale.ROOT);
      shot(window, folder.resolve("window-empty-" + name + ".png"), 1);
      for (String id : new String[] {"settings", "shortcuts", "about", "help"}) {
        Screen.run(() -> window.workbench().open(id));
        shot(window, folder.resolve("window-" + id + "-" + name + ".png"), 1);
      }
      Screen.run(
          () -> {
            window.workbench().open("prod:7");
            var tab = window.workbench().current().orElseThrow();
            window.workbench().split(tab, (TabGroup) tab.getTabPane(), Orientation.HORIZONTAL);
          });
      shot(window, folder.resolve("window-split-" + name + ".png"), 1.25);
      Screen.run(window::palette);
      Screen.run(
          () ->
              ((javafx.scene.control.TextField) window.stage().getScene().lookup("#palette-field"))
                  .setText("set"));
      shot(window, folder.resolve("window-palette-" + name + ".png"), 1);
      Screen.run(window::close);
    }
    Runtime.getRuntime().halt(0);
  }

  private static void shot(MainWindow window, Path file, double scale) {
    Screen.settle();
    Screen.settle();
    Screen.run(() -> Shots.take(window.stage().getScene(), scale, file));
  }
}
