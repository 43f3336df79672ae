package org.binnacle.sql.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/// A text as the lexer wants it, counted in UTF-16 units: ANTLR's own streams count code points,
/// and every offset behind a four-byte character would be wrong.
final class Utf16Stream implements CharStream {
  private final String text;
  private int at;

  Utf16Stream(String text) {
    this.text = text;
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, text.length());
    return interval.a >= end ? "" : text.substring(interval.a, end);
  }

  @Override
  public void consume() {
    at++;
  }

  @Override
  public int LA(int i) {
    int place = i > 0 ? at + i - 1 : at + i;
    return place < 0 || place >= text.length() ? IntStream.EOF : text.charAt(place);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = Math.min(index, text.length());
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return IntStream.UNKNOWN_SOURCE_NAME;
  }
}
