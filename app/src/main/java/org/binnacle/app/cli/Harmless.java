package org.binnacle.app.cli;

/// Makes text from servers and files fit for a terminal. A statement can hold escape sequences that
/// recolour, retitle or type into a terminal, line feeds that fake rows, and marks that reverse the
/// reading order; each is shown as what it is.
final class Harmless {
  private Harmless() {}

  /// One line: runs of blanks and line feeds become one blank, what is left of control, format and
  /// lone surrogate characters becomes a visible escape such as `\x1b` or `\u202e`.
  static String line(String text) {
    return line(text, false);
  }

  /// The same for a line that we have laid out ourselves: its blanks stay, so that what is indented
  /// stays indented.
  static String laidOut(String text) {
    return line(text, true);
  }

  private static String line(String text, boolean keepsBlanks) {
    var line = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == ' ' && keepsBlanks) {
        line.append(' ');
        blank = false;
        continue;
      }
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        blank = true;
        continue;
      }
      if (blank && !line.isEmpty()) {
        line.append(' ');
      }
      blank = false;
      if (dangerous(c)) {
        line.append(c < 0x100 ? "\\x%02x".formatted(c) : "\\u%04x".formatted(c));
      } else {
        line.appendCodePoint(c);
      }
    }
    return line.toString();
  }

  /// A JSON document whose strings hold no character that a terminal would obey; such characters
  /// only occur inside strings, where `\\u001b` means the same to every reader.
  static String json(String document) {
    StringBuilder safe = null;
    for (int i = 0; i < document.length(); i++) {
      char c = document.charAt(i);
      boolean escape = c != '\n' && (Character.isSurrogate(c) ? lone(document, i) : dangerous(c));
      if (escape && safe == null) {
        safe = new StringBuilder(document.length() + 16).append(document, 0, i);
      }
      if (safe != null) {
        if (escape) {
          safe.append("\\u%04x".formatted((int) c));
        } else {
          safe.append(c);
        }
      }
    }
    return safe == null ? document : safe.toString();
  }

  private static boolean dangerous(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static boolean lone(String text, int i) {
    char c = text.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
  }
}
