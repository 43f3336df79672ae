package org.binnacle.fxkit.sql;

import java.util.Arrays;

/// Makes a text fit for a screen: the text area lays out a whole line at once, so that a line of a
/// megabyte would hold the FX thread for many seconds.
///
/// @param shown the first characters, long lines broken
/// @param breaks indexes in the whole text before which a line was broken, in order
record LongText(String shown, int[] breaks) {

  /// The first `most` characters, with lines of at most `line` characters, broken behind a space or
  /// comma where there is one.
  static LongText fold(String text, int most, int line) {
    String head = text.length() > most ? text.substring(0, most) : text;
    if (longest(head) <= line) {
      return new LongText(head, new int[0]);
    }
    var folded = new StringBuilder(head.length() + head.length() / line + 1);
    int[] breaks = new int[head.length() / Math.max(1, line - 100) + 1];
    int count = 0;
    int start = 0;
    while (start < head.length()) {
      int end = head.indexOf('\n', start);
      end = end < 0 ? head.length() : end + 1;
      while (end - start > line) {
        int cut = start + line;
        int near = cut;
        while (near > cut - 100 && near > start && !breaksBehind(head.charAt(near - 1))) {
          near--;
        }
        cut = near > cut - 100 ? near : cut;
        folded.append(head, start, cut).append('\n');
        breaks[count++] = cut;
        start = cut;
      }
      folded.append(head, start, end);
      start = end;
    }
    return new LongText(folded.toString(), Arrays.copyOf(breaks, count));
  }

  boolean isFolded() {
    return breaks.length > 0;
  }

  /// The place in what is shown of a place in the whole text.
  int toShown(int whole) {
    int found = Arrays.binarySearch(breaks, whole);
    int before = found >= 0 ? found + 1 : -found - 1;
    return Math.min(whole + before, shown.length());
  }

  /// The place in the whole text of a place in what is shown.
  int toWhole(int at) {
    int low = 0;
    int high = breaks.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      // The break itself stands at breaks[middle] + middle.
      if (breaks[middle] + middle < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return at - low;
  }

  private static boolean breaksBehind(char c) {
    return c == ' ' || c == ',' || c == '\t';
  }

  private static int longest(String text) {
    int longest = 0;
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      longest = Math.max(longest, end - start);
      start = end + 1;
    }
    return Math.max(longest, text.length() - start);
  }
}
