package org.binnacle.fxkit.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.Settings;

/// The look of every window: AtlantaFX Primer, light or dark as the system says or as chosen, and
/// the size of the letters, from which row heights follow (2 em: 26 px at 13 px).
///
/// Colours come only from `css/theme-light.css` and `css/theme-dark.css`; every other sheet uses
/// their tokens. A panel with a sheet of its own adds `Themes.css("name")` to its root node.
///
/// All methods on the FX thread.
public final class Themes implements AutoCloseable {

  /// What the user chose.
  public enum Choice {
    SYSTEM,
    LIGHT,
    DARK
  }

  public static final int SMALLEST = 11;
  public static final int USUAL = 13;
  public static final int LARGEST = 18;

  private static final String CHOICE = "theme.choice";
  private static final String SIZE = "theme.size";

  private final Settings settings;
  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
  private final ObjectProperty<Integer> size = new SimpleObjectProperty<>(USUAL);
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final List<Scene> scenes = new ArrayList<>();
  private final ChangeListener<ColorScheme> system = (seen, was, is) -> follow();

  public Themes(Settings settings) {
    FxThread.check();
    this.settings = settings;
    settings.get(CHOICE).flatMap(Themes::choice).ifPresent(choice::set);
    settings.get(SIZE).map(Themes::size).ifPresent(size::set);
    choice.addListener((seen, was, is) -> remember(CHOICE, is.name()));
    size.addListener((seen, was, is) -> remember(SIZE, String.valueOf(is)));
    Platform.getPreferences().colorSchemeProperty().addListener(system);
    follow();
  }

  /// Settable; remembered.
  public ObjectProperty<Choice> choice() {
    return choice;
  }

  /// Height of the letters in px, {@link #SMALLEST} to {@link #LARGEST}; settable; remembered.
  public ObjectProperty<Integer> size() {
    return size;
  }

  public ReadOnlyBooleanProperty dark() {
    return dark.getReadOnlyProperty();
  }

  /// Gives a scene this look, now and when it changes, until {@link #undress}.
  public void dress(Scene scene) {
    FxThread.check();
    scenes.add(scene);
    put(scene);
  }

  public void undress(Scene scene) {
    FxThread.check();
    scenes.remove(scene);
  }

  /// The address of `css/<name>.css` of the resources.
  public static String css(String name) {
    URL sheet = Themes.class.getResource("/css/" + name + ".css");
    return Objects.requireNonNull(sheet, name).toExternalForm();
  }

  @Override
  public void close() {
    FxThread.check();
    Platform.getPreferences().colorSchemeProperty().removeListener(system);
    scenes.clear();
  }

  private void remember(String key, String value) {
    settings.put(key, value);
    follow();
  }

  private void follow() {
    FxThread.check();
    dark.set(
        switch (choice.get()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
    String base =
        dark.get()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    if (!base.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(base);
    }
    scenes.forEach(this::put);
  }

  private void put(Scene scene) {
    List<String> sheets =
        List.of(css(dark.get() ? "theme-dark" : "theme-light"), css("bridge"), css("kit"));
    if (!scene.getStylesheets().equals(sheets)) {
      scene.getStylesheets().setAll(sheets);
    }
    List<String> classes = scene.getRoot().getStyleClass();
    classes.removeIf(name -> name.startsWith("letters-"));
    classes.add("letters-" + size.get());
  }

  private static Optional<Choice> choice(String name) {
    return Arrays.stream(Choice.values()).filter(c -> c.name().equals(name)).findFirst();
  }

  private static int size(String text) {
    try {
      return Math.clamp(Integer.parseInt(text), SMALLEST, LARGEST);
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }
}
