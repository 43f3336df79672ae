package org.binnacle.explain.view.worksheet;

/// JSON broken into lines, by its brackets only: what is no JSON comes back readable too. Pure.
final class JsonLayout {
  private static final int MOST = 2_000_000;

  private JsonLayout() {}

  static String of(String json) {
    if (json.length() > MOST) {
      return json;
    }
    var out = new StringBuilder(json.length() * 2);
    int depth = 0;
    boolean text = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (text) {
        out.append(c);
        if (c == '\\' && i + 1 < json.length()) {
          out.append(json.charAt(++i));
        } else if (c == '"') {
          text = false;
        }
        continue;
      }
      switch (c) {
        case '"' -> {
          text = true;
          out.append(c);
        }
        case '{', '[' -> {
          char next = next(json, i + 1);
          out.append(c);
          if (next != '}' && next != ']') {
            line(out, ++depth);
          }
        }
        case '}', ']' -> {
          char before = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
          if (before != '{' && before != '[') {
            depth = Math.max(0, depth - 1);
            line(out, depth);
          }
          out.append(c);
        }
        case ',' -> {
          out.append(c);
          line(out, depth);
        }
        case ':' -> out.append(": ");
        default -> {
          if (!Character.isWhitespace(c)) {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  private static char next(String json, int from) {
    for (int i = from; i < json.length(); i++) {
      if (!Character.isWhitespace(json.charAt(i))) {
        return json.charAt(i);
      }
    }
    return ' ';
  }

  private static void line(StringBuilder out, int depth) {
    out.append('\n').append("  ".repeat(Math.min(depth, 60)));
  }
}
