package org.binnacle.explain.view.plan;

import java.util.Arrays;
import org.binnacle.fxkit.sql.SqlArea;

/// A plan's raw text as the text area can show it, with a way from places in the one to places in
/// the other: carriage returns are left out, lines of more than a thousand characters are broken,
/// and what is beyond the area's size is cut. Pure.
final class RawText {
  private static final int LINE = 1_000;

  private final String shown;
  private final int[] places;
  private final int rawLength;

  private RawText(String shown, int[] places, int rawLength) {
    this.shown = shown;
    this.places = places;
    this.rawLength = rawLength;
  }

  static RawText of(String raw) {
    var text = new StringBuilder(raw.length());
    int[] places = new int[Math.min(raw.length() + raw.length() / LINE + 2, SqlArea.MOST + 1)];
    int column = 0;
    int at = 0;
    for (; at < raw.length() && text.length() < SqlArea.MOST - 1; at++) {
      char c = raw.charAt(at);
      if (c == '\r') {
        continue;
      }
      places[text.length()] = at;
      text.append(c);
      column = c == '\n' ? 0 : column + 1;
      if (column >= LINE) {
        places[text.length()] = at + 1;
        text.append('\n');
        column = 0;
      }
    }
    return new RawText(text.toString(), Arrays.copyOf(places, text.length()), raw.length());
  }

  String shown() {
    return shown;
  }

  /// Whether the end is missing.
  boolean cut() {
    return shown.length() >= SqlArea.MOST - 1;
  }

  /// The place in what is shown of a place in the raw text.
  int shown(int raw) {
    int found = Arrays.binarySearch(places, raw);
    return found >= 0 ? found : -found - 1;
  }

  /// The place in the raw text of a place in what is shown.
  int raw(int shownAt) {
    return shownAt >= places.length ? rawLength : places[Math.max(0, shownAt)];
  }
}
