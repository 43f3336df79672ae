package org.binnacle.explain.view.plan;

/// Breaks a condition of the server's at its ANDs and ORs, indented by its parentheses, so that a
/// long one can be read. Changes blanks only; literals stay as they are. Pure.
final class ConditionLayout {
  private static final int SHORT = 48;

  private ConditionLayout() {}

  static String of(String condition) {
    if (condition.length() <= SHORT || condition.length() > 20_000) {
      return condition;
    }
    var out = new StringBuilder(condition.length() + 64);
    int depth = 0;
    char quote = 0;
    boolean between = false;
    for (int i = 0; i < condition.length(); i++) {
      char c = condition.charAt(i);
      if (quote != 0) {
        out.append(c);
        if (c == '\\' && quote != '`' && i + 1 < condition.length()) {
          out.append(condition.charAt(++i));
        } else if (c == quote) {
          quote = 0;
        }
        continue;
      }
      if (c == '\'' || c == '"' || c == '`') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth = Math.max(0, depth - 1);
      } else if (c == ' ') {
        between |= word(condition, i, "between");
        boolean and = word(condition, i, "and");
        if (and && between) {
          between = false;
        } else if (and || word(condition, i, "or") || word(condition, i, "xor")) {
          out.append('\n').append("  ".repeat(Math.min(depth, 12)));
          continue;
        }
      }
      out.append(c);
    }
    return out.toString();
  }

  private static boolean word(String text, int blank, String word) {
    int end = blank + 1 + word.length();
    return end < text.length()
        && text.charAt(end) == ' '
        && text.regionMatches(true, blank + 1, word, 0, word.length());
  }
}
