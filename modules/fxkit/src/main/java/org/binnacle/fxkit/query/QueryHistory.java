package org.binnacle.fxkit.query;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.kernel.Settings;

/// The queries that were used last, newest first, under `<id>.history`, one a line.
final class QueryHistory {
  private static final int MOST = 20;

  private final Settings settings;
  private final String key;

  QueryHistory(String id, Settings settings) {
    this.settings = settings;
    this.key = id + ".history";
  }

  List<String> newest() {
    return settings.get(key).stream()
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .toList();
  }

  void add(String query) {
    String line = query.strip();
    if (line.isEmpty()) {
      return;
    }
    var all = new ArrayList<>(newest());
    all.remove(line);
    all.addFirst(line);
    settings.put(key, String.join("\n", all.subList(0, Math.min(MOST, all.size()))));
  }
}
