package org.binnacle.app.window;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.PaletteSource.Entry;
import org.binnacle.fxkit.Panel;

/// What the window itself brings into the palette: open tabs, commands, settings, help.
final class OwnEntries {
  private OwnEntries() {}

  static List<Entry> of(MainWindow window) {
    var entries = new ArrayList<Entry>();
    Workbench workbench = window.workbench();
    for (Panel panel : workbench.panels()) {
      entries.add(
          new Entry(
              "tab",
              panel.title().getValue(),
              "",
              panel.icon(),
              "",
              () -> workbench.open(panel.id())));
    }
    for (Command command : window.commands()) {
      if (command.allowed().getAsBoolean() && !command.id().equals("palette")) {
        entries.add(
            new Entry(
                "command",
                command.words(),
                command.menu(),
                command.icon(),
                command.keyText(),
                command::run));
      }
    }
    for (Preference preference : Preference.all()) {
      entries.add(
          new Entry(
              "setting",
              preference.title(),
              preference.words(),
              "mdi2c-cog-outline",
              "",
              () -> workbench.open("settings")));
    }
    for (HelpTopic topic : HelpTopic.all()) {
      entries.add(
          new Entry(
              "help",
              topic.title(),
              "",
              "mdi2h-help-circle-outline",
              "",
              () -> window.openHelp(topic.id())));
    }
    return entries;
  }
}
