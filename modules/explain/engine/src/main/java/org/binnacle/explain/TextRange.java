package org.binnacle.explain;

/// Where something stands in the raw text, as UTF-16 offsets.
///
/// @param start first character
/// @param end the one after the last; never before start
public record TextRange(int start, int end) {
  public TextRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("range " + start + ".." + end);
    }
  }

  /// The smallest range around both.
  public TextRange around(TextRange other) {
    return new TextRange(Math.min(start, other.start), Math.max(end, other.end));
  }

  public boolean holds(int offset) {
    return offset >= start && offset < end;
  }

  /// The text in the range; cut where the text is shorter.
  public String of(String raw) {
    return raw.substring(Math.min(start, raw.length()), Math.min(end, raw.length()));
  }
}
