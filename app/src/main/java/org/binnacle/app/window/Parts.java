package org.binnacle.app.window;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.PaletteSource;

/// What the rooms of the house bring into the window; made once the workbench stands.
///
/// @param navigator the left side
/// @param kinds how panels are opened by id
/// @param commands beside those of the window itself
/// @param sources of the palette, beside commands, settings, tabs and help
/// @param status asked once a second
/// @param welcome commands offered where no tab is open, by id, such as `fleet.add`
/// @param checks of settings that are typed, by key: each throws a fault that says what is wrong
public record Parts(
    Node navigator,
    List<PanelKind> kinds,
    List<Command> commands,
    List<PaletteSource> sources,
    Supplier<Status> status,
    List<String> welcome,
    Map<String, Consumer<String>> checks) {

  public Parts {
    kinds = List.copyOf(kinds);
    commands = List.copyOf(commands);
    sources = List.copyOf(sources);
    welcome = List.copyOf(welcome);
    checks = Map.copyOf(checks);
  }

  public Parts(
      Node navigator,
      List<PanelKind> kinds,
      List<Command> commands,
      List<PaletteSource> sources,
      Supplier<Status> status,
      List<String> welcome) {
    this(navigator, kinds, commands, sources, status, welcome, Map.of());
  }

  /// Takes anything where there is no check.
  Consumer<String> check(String key) {
    return checks.getOrDefault(key, text -> {});
  }
}
