package org.binnacle.sql;

/// One token of a text; the text itself is not held, see {@link #in}.
///
/// @param offset index of the first character (UTF-16 unit) in the text
/// @param length in UTF-16 units, at least 1
/// @param line of the first character, from 1; CR LF, LF and CR each end a line
/// @param column of the first character, from 1, in UTF-16 units
/// @param closed false for a quote or comment that runs to the end of the text unended
/// @param versioned within a version comment: not every server runs it
public record Token(
    TokenType type,
    int offset,
    int length,
    int line,
    int column,
    boolean closed,
    boolean versioned) {

  public int end() {
    return offset + length;
  }

  /// Its characters in the text that it was cut from.
  public String in(String text) {
    return text.substring(offset, end());
  }

  /// Whether it is this bare word, ignoring case.
  public boolean isWord(String text, String word) {
    return type == TokenType.WORD && is(text, word);
  }

  /// Whether its characters are these, ignoring case.
  public boolean is(String text, String characters) {
    return length == characters.length() && text.regionMatches(true, offset, characters, 0, length);
  }
}
