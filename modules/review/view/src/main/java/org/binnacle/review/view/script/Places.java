package org.binnacle.review.view.script;

import java.util.Arrays;
import org.binnacle.review.report.Told;

/// Indexes into a text of lines and columns as reports tell them; CR LF, LF and CR each end a line.
final class Places {
  private final int[] starts;
  private final int length;

  Places(String text) {
    int[] found = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
    length = text.length();
  }

  int from(Told told) {
    return at(told.line(), told.column());
  }

  /// At least one character behind the beginning, so that there is something to see.
  int to(Told told) {
    return Math.min(length, Math.max(from(told) + 1, at(told.endLine(), told.endColumn())));
  }

  private int at(int line, int column) {
    int start = starts[Math.clamp(line - 1, 0, starts.length - 1)];
    return Math.clamp((long) start + column - 1, 0, length);
  }
}
