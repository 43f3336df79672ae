package org.binnacle.explain.read;

import java.util.Arrays;
import org.binnacle.explain.TextRange;

/// A text taken out of a raw text, that still knows where each of its characters stood.
final class Slice {
  private final String text;
  // Pairs in rising order: from offset here[i] on, the raw offset is raw[i] + (offset - here[i]).
  private final int[] here;
  private final int[] raw;

  private Slice(String text, int[] here, int[] raw) {
    this.text = text;
    this.here = here;
    this.raw = raw;
  }

  /// One piece of the raw text as it stands.
  static Slice of(String rawText, int start, int end) {
    return new Slice(rawText.substring(start, end), new int[] {0}, new int[] {start});
  }

  String text() {
    return text;
  }

  /// The raw range of a range of this text.
  TextRange range(int start, int end) {
    int from = at(start);
    return new TextRange(from, end <= start ? from : Math.max(from, at(end - 1) + 1));
  }

  private int at(int offset) {
    int found = Arrays.binarySearch(here, offset);
    int i = found >= 0 ? found : Math.max(0, -found - 2);
    return raw[i] + (offset - here[i]);
  }

  /// Puts a slice together from pieces.
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] here = new int[16];
    private int[] raw = new int[16];
    private int pieces;

    /// Adds characters that stand in the raw text from `rawStart` on.
    void add(CharSequence piece, int rawStart) {
      if (pieces == 0 || raw[pieces - 1] + (text.length() - here[pieces - 1]) != rawStart) {
        if (pieces == here.length) {
          here = Arrays.copyOf(here, pieces * 2);
          raw = Arrays.copyOf(raw, pieces * 2);
        }
        here[pieces] = text.length();
        raw[pieces] = rawStart;
        pieces++;
      }
      text.append(piece);
    }

    Slice build() {
      return pieces == 0
          ? new Slice("", new int[] {0}, new int[] {0})
          : new Slice(text.toString(), Arrays.copyOf(here, pieces), Arrays.copyOf(raw, pieces));
    }
  }
}
