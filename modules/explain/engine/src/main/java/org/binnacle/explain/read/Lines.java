package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.List;

/// The lines of a text with their offsets.
final class Lines {

  /// One line without its end: `[start, end)`.
  record Line(int start, int end, String text) {
    boolean blank() {
      return text.isBlank();
    }
  }

  private Lines() {}

  static List<Line> of(String text) {
    var lines = new ArrayList<Line>();
    int start = 0;
    while (start <= text.length()) {
      int newline = text.indexOf('\n', start);
      int next = newline < 0 ? text.length() : newline;
      int end = next > start && text.charAt(next - 1) == '\r' ? next - 1 : next;
      lines.add(new Line(start, end, text.substring(start, end)));
      if (newline < 0) {
        break;
      }
      start = newline + 1;
    }
    return lines;
  }
}
