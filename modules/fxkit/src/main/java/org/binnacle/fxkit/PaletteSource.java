package org.binnacle.fxkit;

import java.util.List;

/// Where the command palette gets entries of one kind from. Asked on the FX thread each time the
/// palette opens; must answer at once from memory.
@FunctionalInterface
public interface PaletteSource {

  List<Entry> entries();

  /// One line of the palette.
  ///
  /// @param kind in one word: instance, command, setting, tab, help
  /// @param title what is searched first
  /// @param detail searched too, such as an address or tags
  /// @param icon an Ikonli literal; may be empty
  /// @param key a shortcut to show; may be empty
  /// @param action runs on the FX thread
  record Entry(
      String kind, String title, String detail, String icon, String key, Runnable action) {}
}
