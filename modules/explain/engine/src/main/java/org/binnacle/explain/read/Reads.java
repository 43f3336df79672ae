package org.binnacle.explain.read;

import java.util.OptionalLong;

/// Small readings of words, linear in their length.
final class Reads {
  private Reads() {}

  /// The whole number that the text begins with.
  static OptionalLong number(String text) {
    int end = 0;
    while (end < text.length() && end < 18 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end == 0 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text, 0, end, 10));
  }

  /// What stands in the first parentheses; empty where there are none.
  static String inParentheses(String text) {
    int open = text.indexOf('(');
    return open < 0 ? "" : text.substring(open + 1, Math.max(open + 1, closing(text, open)));
  }

  /// The parenthesis that closes the one at `open`, past quoted text; the end where none does.
  static int closing(String text, int open) {
    int depth = 0;
    char quote = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\' && quote != '`') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '\'' || c == '"' || c == '`') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  /// The smallest of the offsets that were found; the length where none was.
  static int first(String text, String... wanted) {
    int first = text.length();
    for (String one : wanted) {
      int at = text.indexOf(one);
      if (at >= 0 && at < first) {
        first = at;
      }
    }
    return first;
  }
}
