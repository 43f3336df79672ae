package org.binnacle.review.report;

import java.util.Arrays;

/// Lines and columns of offsets in a text; CR LF, LF and CR each end a line, as the lexer has it.
public final class Lines {
  private final int[] starts;

  public Lines(String text) {
    int[] found = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    this.starts = Arrays.copyOf(found, count);
  }

  /// From 1.
  public int line(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /// From 1.
  public int column(int offset) {
    return offset - starts[line(offset) - 1] + 1;
  }
}
