package org.binnacle.explain.read;

import java.util.Optional;
import org.binnacle.explain.read.Lines.Line;

/// The statement as the optimizer rewrote it, where a client printed warnings behind the plan.
final class Notes {
  private static final String FIRST_SELECT = "/* select#1 */";

  private Notes() {}

  static Optional<String> rewritten(String raw) {
    int at = raw.indexOf(FIRST_SELECT);
    if (at < 0) {
      return Optional.empty();
    }
    int lineStart = raw.lastIndexOf('\n', at) + 1;
    String before = raw.substring(lineStart, at);
    if (!before.contains("1003")) {
      return Optional.empty();
    }
    Line line = Lines.of(raw.substring(lineStart, lineEnd(raw, at))).getFirst();
    String text = line.text().substring(at - lineStart).stripTrailing();
    return Optional.of(
        text.endsWith("|") ? text.substring(0, text.length() - 1).stripTrailing() : text);
  }

  private static int lineEnd(String raw, int at) {
    int end = raw.indexOf('\n', at);
    return end < 0 ? raw.length() : end;
  }
}
