package org.binnacle.app.window;

/// How well a text answers what was typed: found as it stands, or its letters in order from the
/// beginning of a word on, better where they begin words or follow each other.
final class Fuzzy {
  /// No match.
  static final int NONE = Integer.MIN_VALUE;

  private Fuzzy() {}

  /// @param query in lower case, without blanks at its ends
  /// @param text in lower case
  static int score(String query, String text) {
    if (query.isEmpty()) {
      return 0;
    }
    int whole = text.indexOf(query);
    if (whole >= 0) {
      return 1_000
          - Math.min(whole, 100)
          + (starts(text, whole) ? 200 : 0)
          - Math.min(text.length(), 200) / 4;
    }
    int score = 0;
    int at = -1;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c == ' ') {
        continue;
      }
      int next = text.indexOf(c, at + 1);
      if (next < 0) {
        return NONE;
      }
      // A later place that begins a word is worth more than the next place.
      for (int word = next; word >= 0 && word < next + 40; word = text.indexOf(c, word + 1)) {
        if (starts(text, word)) {
          next = word;
          break;
        }
      }
      if (at < 0 && !starts(text, next)) {
        return NONE;
      }
      score += starts(text, next) ? 30 : next == at + 1 ? 20 : 2;
      score -= at < 0 ? 0 : Math.min(10, next - at - 1);
      at = next;
    }
    return score - Math.min(text.length(), 200) / 8;
  }

  private static boolean starts(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
