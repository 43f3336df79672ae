package org.binnacle.app.window;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.theme.Themes;

/// The commands of the window itself, in the order of their menus.
final class WindowCommands {
  private final Workbench workbench;
  private final MainWindow window;
  private final Themes themes;

  WindowCommands(Workbench workbench, MainWindow window, Themes themes) {
    this.workbench = workbench;
    this.window = window;
    this.themes = themes;
  }

  List<Command> all() {
    return List.of(
        Command.of(
            "settings",
            "File",
            "Settings",
            "mdi2c-cog-outline",
            "Shortcut+COMMA",
            () -> workbench.open("settings")),
        Command.of("quit", "File", "Quit", "", "Shortcut+Q", window::quit),
        Command.of(
            "palette", "View", "Command palette", "mdi2m-magnify", "Shortcut+K", window::palette),
        Command.of(
            "navigator",
            "View",
            "Show or hide the navigator",
            "mdi2p-page-layout-sidebar-left",
            "Shortcut+B",
            window::toggleNavigator),
        Command.of(
            "navigator.focus",
            "View",
            "Go to the navigator",
            "",
            "Shortcut+DIGIT0",
            window::focusNavigator),
        Command.of(
            "theme.toggle",
            "View",
            "Switch between light and dark",
            "mdi2t-theme-light-dark",
            "Shortcut+Shift+L",
            this::toggleTheme),
        Command.of(
            "letters.larger",
            "View",
            "Larger letters",
            "mdi2f-format-font-size-increase",
            "Shortcut+EQUALS",
            () -> letters(1)),
        Command.of(
            "letters.smaller",
            "View",
            "Smaller letters",
            "mdi2f-format-font-size-decrease",
            "Shortcut+MINUS",
            () -> letters(-1)),
        tab("tab.close", "Close tab", "mdi2c-close", "Shortcut+W", workbench::close),
        Command.of(
            "tab.reopen",
            "Tab",
            "Open the last closed tab again",
            "mdi2u-undo",
            "Shortcut+Shift+T",
            workbench::reopen),
        tab(
            "tab.split-right",
            "Split right",
            "mdi2v-view-split-vertical",
            "Shortcut+Alt+RIGHT",
            tab -> split(tab, Orientation.HORIZONTAL)),
        tab(
            "tab.split-down",
            "Split down",
            "mdi2v-view-split-horizontal",
            "Shortcut+Alt+DOWN",
            tab -> split(tab, Orientation.VERTICAL)),
        tab(
            "tab.move-next",
            "Move to the next pane",
            "mdi2t-tab-minus",
            "Shift+F6",
            workbench::moveNext),
        Command.of("pane.next", "Tab", "Go to the next pane", "", "F6", workbench::focusNext),
        tab(
            "tab.detach",
            "Detach into a window",
            "mdi2o-open-in-new",
            "Shortcut+Shift+D",
            workbench::detach),
        tab(
            "tab.bring-back",
            "Bring back to the main window",
            "mdi2a-arrow-collapse-left",
            "Shortcut+Shift+B",
            workbench::bringBack),
        Command.of(
            "help", "Help", "Help on this panel", "mdi2h-help-circle-outline", "F1", window::help),
        Command.of(
            "shortcuts",
            "Help",
            "Keyboard shortcuts",
            "mdi2k-keyboard-outline",
            "Shift+F1",
            () -> workbench.open("shortcuts")),
        Command.of(
            "about",
            "Help",
            "About Binnacle",
            "mdi2i-information-outline",
            "",
            () -> workbench.open("about")));
  }

  private Command tab(String id, String words, String icon, String key, Consumer<PanelTab> act) {
    BooleanSupplier allowed = () -> workbench.current().isPresent();
    return new Command(
        id, "Tab", words, icon, key, allowed, () -> workbench.current().ifPresent(act));
  }

  private void split(PanelTab tab, Orientation orientation) {
    if (tab.getTabPane() instanceof TabGroup group) {
      workbench.split(tab, group, orientation);
    }
  }

  private void toggleTheme() {
    themes.choice().set(themes.dark().get() ? Themes.Choice.LIGHT : Themes.Choice.DARK);
  }

  private void letters(int by) {
    int size = Math.clamp(themes.size().get() + by, Themes.SMALLEST, Themes.LARGEST);
    themes.size().set(size);
  }
}
