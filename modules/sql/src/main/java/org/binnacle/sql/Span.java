package org.binnacle.sql;

/// A stretch of a statement's text.
///
/// @param start index of its first character, in UTF-16 units from the statement's start
/// @param end index behind its last
public record Span(int start, int end) {

  public static Span of(Token token) {
    return new Span(token.offset(), token.end());
  }

  /// The smallest stretch that holds both.
  public Span with(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  public String in(String text) {
    return text.substring(start, end);
  }
}
