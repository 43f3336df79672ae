package org.binnacle.app.window;

import java.util.List;
import java.util.Optional;

/// The panels of the window itself.
final class OwnPanels {
  private OwnPanels() {}

  static List<PanelKind> kinds(MainWindow window) {
    WindowWiring wiring = window.wiring();
    return List.of(
        new PanelKind(
            "settings",
            id ->
                Optional.of(
                    new SettingsPanel(
                        window.themes(),
                        wiring.settings(),
                        wiring.folder(),
                        window.parts()::check))),
        new PanelKind("shortcuts", id -> Optional.of(new ShortcutsPanel(window.commands()))),
        new PanelKind("help", id -> Optional.of(new HelpPanel(wiring.settings()))),
        new PanelKind(
            "about", id -> Optional.of(new AboutPanel(wiring.version(), wiring.folder()))));
  }
}
