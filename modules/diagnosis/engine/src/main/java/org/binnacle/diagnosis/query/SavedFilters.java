package org.binnacle.diagnosis.query;

import java.util.Map;
import java.util.TreeMap;
import org.binnacle.kernel.Settings;

/// The filters of the process list that the user kept under a name, for `@name` in any query.
public final class SavedFilters {
  private static final String PREFIX = "sessions.filters.";

  private final Settings settings;

  public SavedFilters(Settings settings) {
    this.settings = settings;
  }

  /// Texts by name, as they are kept now.
  public Map<String, String> all() {
    var found = new TreeMap<String, String>();
    settings.under(PREFIX).forEach((key, text) -> found.put(key.substring(PREFIX.length()), text));
    return found;
  }

  /// Keeps it, in place of the one with the same name.
  public void keep(String name, String text) {
    settings.put(PREFIX + name, text);
  }

  public void remove(String name) {
    settings.remove(PREFIX + name);
  }
}
