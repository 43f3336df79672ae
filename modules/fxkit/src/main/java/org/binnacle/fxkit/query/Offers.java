package org.binnacle.fxkit.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.binnacle.fxkit.query.Completer.Completion;

/// What could be meant by the word at the caret.
final class Offers {
  private Offers() {}

  /// Keys while a key is being typed, the key's values behind its operator.
  static List<Completion> at(String query, int caret, List<QueryKey> keys) {
    int start = caret;
    while (start > 0 && !Character.isWhitespace(query.charAt(start - 1))) {
      start--;
    }
    if (start < caret && query.charAt(start) == '-') {
      start++;
    }
    String word = query.substring(start, caret);
    int operator = operator(word);
    var offers = new ArrayList<Completion>();
    for (QueryKey key : keys) {
      if (operator < 0) {
        if (!word.isEmpty() && key.name().startsWith(word.toLowerCase(Locale.ROOT))) {
          offers.add(new Completion(start, key.name() + ":", key.words()));
        }
      } else if (key.name().equalsIgnoreCase(word.substring(0, operator))) {
        int from = start + operator + 1;
        String typed = word.substring(operator + 1).toLowerCase(Locale.ROOT);
        key.values().stream()
            .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(typed))
            .filter(value -> !value.equalsIgnoreCase(typed))
            .forEach(value -> offers.add(new Completion(from, value + " ", "")));
      }
    }
    return offers;
  }

  private static int operator(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (":=~<>!".indexOf(word.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
