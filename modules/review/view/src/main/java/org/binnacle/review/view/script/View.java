package org.binnacle.review.view.script;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.binnacle.review.Level;

/// Which findings are to be seen, and how.
///
/// @param levels those that are shown
/// @param filter words that rule, object or message hold, all of them
/// @param silent whether findings that are suppressed or of the baseline are shown too
record View(Set<Level> levels, String filter, Grouping grouping, boolean silent) {
  static final View ALL = new View(EnumSet.allOf(Level.class), "", Grouping.STATEMENT, false);

  View {
    levels = levels.isEmpty() ? Set.of() : EnumSet.copyOf(levels);
  }

  View only(Set<Level> other) {
    return new View(other, filter, grouping, silent);
  }

  View filter(String words) {
    return new View(levels, words, grouping, silent);
  }

  View grouping(Grouping other) {
    return new View(levels, filter, other, silent);
  }

  View silent(boolean too) {
    return new View(levels, filter, grouping, too);
  }

  boolean passes(Level level, String rule, String object, String message) {
    if (!levels.contains(level)) {
      return false;
    }
    if (filter.isBlank()) {
      return true;
    }
    String all = (rule + " " + object + " " + message).toLowerCase(Locale.ROOT);
    for (String word : filter.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
