package org.binnacle.explain.view.worksheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Settings;

/// What is remembered of a worksheet over a restart, and the statements that were run.
final class Drafts {
  /// A longer text is kept in a file by its user, not here.
  private static final int LONGEST = 400_000;

  private static final int HISTORY = 100;
  private static final int ENTRY = 20_000;
  private static final String BETWEEN = "\u001e";
  private static final String HISTORY_KEY = "worksheet.history";

  private final Settings settings;
  private final String prefix;

  /// @param id of the worksheet
  Drafts(Settings settings, String id) {
    this.settings = settings;
    this.prefix = id.replace(':', '.') + ".";
  }

  String get(String what) {
    return settings.get(prefix + what).orElse("");
  }

  void put(String what, String value) {
    if (value.length() <= LONGEST) {
      settings.put(prefix + what, value);
    }
  }

  /// Whether there is a worksheet of this id to go on with.
  static boolean known(Settings settings, String id) {
    return settings.get(id.replace(':', '.') + ".text").isPresent();
  }

  /// The statements that were run, newest first.
  List<String> history() {
    Optional<String> kept = settings.get(HISTORY_KEY);
    return kept.filter(text -> !text.isEmpty())
        .map(text -> Arrays.asList(text.split(BETWEEN)))
        .orElse(List.of());
  }

  void ran(String sql) {
    String text = sql.strip();
    if (text.isEmpty() || text.length() > ENTRY) {
      return;
    }
    var all = new ArrayList<>(history());
    all.remove(text);
    all.addFirst(text);
    settings.put(HISTORY_KEY, String.join(BETWEEN, all.subList(0, Math.min(HISTORY, all.size()))));
  }
}
