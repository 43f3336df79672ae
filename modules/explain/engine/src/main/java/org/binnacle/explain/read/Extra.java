package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.explain.Flag;

/// The words of the column Extra.
final class Extra {
  private static final Map<String, Flag> FLAGS =
      Map.ofEntries(
          Map.entry("using where", Flag.USING_WHERE),
          Map.entry("using index condition", Flag.INDEX_CONDITION),
          Map.entry("using mrr", Flag.MULTI_RANGE_READ),
          Map.entry("backward index scan", Flag.BACKWARD_SCAN),
          Map.entry("not exists", Flag.NOT_EXISTS),
          Map.entry("distinct", Flag.DISTINCT),
          Map.entry("firstmatch", Flag.FIRST_MATCH),
          Map.entry("loosescan", Flag.LOOSE_SCAN),
          Map.entry("full scan on null key", Flag.FULL_SCAN_ON_NULL_KEY),
          Map.entry("range checked for each record", Flag.REPLANNED),
          Map.entry("recursive", Flag.RECURSIVE),
          Map.entry("using rowid filter", Flag.ROWID_FILTER),
          Map.entry("using filesort", Flag.FILESORT),
          Map.entry("using temporary", Flag.TEMPORARY));

  private static final List<String> OF_THE_INDEX =
      List.of("using index", "using index for group-by", "using index for skip scan");

  final List<String> words;

  Extra(String text) {
    words = List.copyOf(split(text));
  }

  private static List<String> split(String text) {
    var parts = new ArrayList<String>();
    for (String part : text.split(";", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  boolean has(String beginning) {
    return words.stream()
        .anyMatch(word -> word.regionMatches(true, 0, beginning, 0, beginning.length()));
  }

  boolean is(String word) {
    return words.stream().anyMatch(word::equalsIgnoreCase);
  }

  /// Sets the flags that the words name; words that name none become the detail `extra`.
  void into(Draft draft) {
    var unknown = new ArrayList<String>();
    for (String word : words) {
      String plain = word.substring(0, Reads.first(word, "(")).strip().toLowerCase(Locale.ROOT);
      Flag flag =
          plain.startsWith("using secondary engine") ? Flag.SECONDARY_ENGINE : FLAGS.get(plain);
      if (flag != null) {
        draft.flags.add(flag);
      } else if (!OF_THE_INDEX.contains(plain)) {
        unknown.add(word);
      }
    }
    if (!unknown.isEmpty()) {
      draft.details.put("extra", String.join("; ", unknown));
    }
  }

  /// The words in the parentheses behind `Using join buffer`; empty where there are none.
  String joinBuffer() {
    for (String word : words) {
      if (word.regionMatches(true, 0, "Using join buffer", 0, "Using join buffer".length())) {
        return word.contains("(") ? Reads.inParentheses(word) : "Block Nested Loop";
      }
    }
    return "";
  }
}
