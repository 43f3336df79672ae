package org.binnacle.fxkit.sql;

/// Makes a text fit for a screen: the text area lays out a whole line at once, so that a line of a
/// megabyte would hold the FX thread for many seconds.
final class LongText {
  private LongText() {}

  /// The first `most` characters, with lines of at most `line` characters, broken behind a space or
  /// comma where there is one.
  static String fold(String text, int most, int line) {
    String head = text.length() > most ? text.substring(0, most) : text;
    if (longest(head) <= line) {
      return head;
    }
    var folded = new StringBuilder(head.length() + head.length() / line + 1);
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
        start = cut;
      }
      folded.append(head, start, end);
      start = end;
    }
    return folded.toString();
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
