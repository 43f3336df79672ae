package org.binnacle.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.PaletteSource.Entry;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.theme.Themes;

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
    for (Themes.Choice choice : Themes.Choice.values()) {
      String words = choice == Themes.Choice.SYSTEM ? "as the system" : choice.name();
      entries.add(
          setting(
              "Theme: " + words.toLowerCase(Locale.ROOT),
              "light or dark look",
              () -> window.themes().choice().set(choice)));
    }
    for (Preference preference : Preference.all()) {
      entries.add(
          setting(preference.title(), preference.words(), () -> workbench.open("settings")));
      for (Preference.Choice choice : preference.choices()) {
        entries.add(
            setting(
                preference.title() + ": " + choice.words(),
                preference.words(),
                () -> window.settings().put(preference.key(), choice.value())));
      }
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

  private static Entry setting(String title, String detail, Runnable action) {
    return new Entry("setting", title, detail, "mdi2c-cog-outline", "", action);
  }
}
