package org.binnacle.explain.read;

import java.util.List;
import org.binnacle.explain.read.Lines.Line;

/// What clients print after a result.
final class Trailer {
  private Trailer() {}

  /// The offset at which the client's last words begin, looking from the line `from` on; the end of
  /// the text where there are none.
  static int start(List<Line> lines, int from, String raw) {
    for (int i = from; i < lines.size(); i++) {
      if (is(lines.get(i).text())) {
        return lines.get(i).start();
      }
    }
    return raw.length();
  }

  static boolean is(String line) {
    if (line.startsWith("Note (Code ") || line.startsWith("Warning (Code ")) {
      return true;
    }
    int digits = 0;
    while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    return digits > 0
        && (line.startsWith(" row in set", digits) || line.startsWith(" rows in set", digits));
  }
}
