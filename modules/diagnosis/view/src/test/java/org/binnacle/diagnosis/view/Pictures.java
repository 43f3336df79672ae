package org.binnacle.diagnosis.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import org.binnacle.fxkit.Shots;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Settings;
import org.binnacle.testkit.Screen;

/// Pictures that tests leave behind for looking at: in light and in dark, with `-Dshots.letters=16`
/// in large letters, with `-Dshots.percent=125` at that scale of the screen.
final class Pictures {
  private static final Path SHOTS = Path.of("target", "shots");

  private Pictures() {}

  /// The size of letters that was asked for, if any; for settings that no theme has read yet.
  static void letters(Settings settings) {
    Optional.ofNullable(Integer.getInteger("shots.letters"))
        .ifPresent(px -> settings.put("theme.size", String.valueOf(px)));
  }

  /// Leaves the theme light.
  static void take(Themes themes, Scene scene, String name) {
    double scale = Integer.getInteger("shots.percent", 100) / 100.0;
    for (var choice : List.of(Themes.Choice.DARK, Themes.Choice.LIGHT)) {
      Screen.run(() -> themes.choice().set(choice));
      Screen.settle();
      Path file = SHOTS.resolve(name + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png");
      Screen.run(() -> Shots.take(scene, scale, file));
    }
  }
}
