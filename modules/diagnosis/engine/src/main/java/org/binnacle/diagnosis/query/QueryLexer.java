package org.binnacle.diagnosis.query;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.diagnosis.query.QueryParser.Wrong;

/// Cuts a text into parts, each with the places of its pieces.
final class QueryLexer {
  private final String text;
  private int at;

  QueryLexer(String text) {
    this.text = text;
  }

  /// One part of a query.
  ///
  /// @param from where it begins, behind a minus
  /// @param key empty for a word that is looked for anywhere
  /// @param operator empty for such a word, `@` for a saved filter
  record Part(
      boolean negated, int from, String key, int operatorAt, String operator, List<Value> values) {
    boolean isSaved() {
      return operator.equals("@");
    }
  }

  /// One alternative.
  ///
  /// @param from where it begins, with its quote or slash
  record Value(String text, boolean quoted, boolean regex, int from, int to) {}

  List<Part> parts() {
    var parts = new ArrayList<Part>();
    while (skipSpace()) {
      parts.add(part());
    }
    return parts;
  }

  private boolean skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private Part part() {
    int start = at;
    boolean negated = text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(at + 1);
    if (negated) {
      at++;
    }
    int from = at;
    if (text.charAt(at) == '@') {
      at++;
      return new Part(negated, from, "", from, "@", List.of(name(from)));
    }
    while (at < text.length() && isKeyPart(text.charAt(at))) {
      at++;
    }
    String operator = at > from && isLetter(text.charAt(from)) ? operator() : "";
    if (operator.isEmpty()) {
      at = from;
      if (from == start && text.charAt(from) == '-') {
        throw new Wrong(from, from + 1, "nothing stands behind -");
      }
      return new Part(negated, from, "", from, "", values(false));
    }
    String key = text.substring(from, at);
    int operatorAt = at;
    at += operator.length();
    return new Part(negated, from, key, operatorAt, operator, values(true));
  }

  private Value name(int from) {
    int begin = at;
    while (at < text.length() && !isSpace(at)) {
      at++;
    }
    if (at == begin) {
      throw new Wrong(from, at, "the name of a saved filter is missing");
    }
    return new Value(text.substring(begin, at), false, false, begin, at);
  }

  private String operator() {
    if (at >= text.length()) {
      return "";
    }
    char sign = text.charAt(at);
    if (sign == '>' || sign == '<') {
      return at + 1 < text.length() && text.charAt(at + 1) == '=' ? sign + "=" : sign + "";
    }
    return sign == ':' || sign == '~' || sign == '=' ? String.valueOf(sign) : "";
  }

  private List<Value> values(boolean commas) {
    var values = new ArrayList<Value>();
    while (true) {
      values.add(value(commas));
      if (at >= text.length() || !isSeparator(text.charAt(at), commas)) {
        return values;
      }
      at++;
    }
  }

  private Value value(boolean commas) {
    int from = at;
    if (at >= text.length() || isSpace(at) || isSeparator(text.charAt(at), commas)) {
      throw new Wrong(from, from, "a value is missing");
    }
    char first = text.charAt(at);
    if (first == '"' || first == '\'') {
      return enclosed(first, false, commas);
    }
    if (first == '/' && text.indexOf('/', at + 1) > 0) {
      return enclosed('/', true, commas);
    }
    while (at < text.length() && !isSpace(at) && !isSeparator(text.charAt(at), commas)) {
      at++;
    }
    return new Value(text.substring(from, at), false, false, from, at);
  }

  private Value enclosed(char end, boolean regex, boolean commas) {
    int from = at++;
    var inside = new StringBuilder();
    while (at < text.length() && text.charAt(at) != end) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        char next = text.charAt(at + 1);
        if (next == end || (!regex && next == '\\')) {
          inside.append(next);
        } else {
          inside.append('\\').append(next);
        }
        at += 2;
      } else {
        inside.append(text.charAt(at++));
      }
    }
    if (at >= text.length()) {
      throw new Wrong(from, at, "the closing " + end + " is missing");
    }
    at++;
    if (at < text.length() && !isSpace(at) && !isSeparator(text.charAt(at), commas)) {
      throw new Wrong(at, at + 1, "a space is missing behind " + end);
    }
    if (inside.isEmpty() && regex) {
      throw new Wrong(from, at, "the regular expression is empty");
    }
    return new Value(inside.toString(), true, regex, from, at);
  }

  private boolean isSpace(int index) {
    return Character.isWhitespace(text.charAt(index));
  }

  private static boolean isSeparator(char character, boolean commas) {
    return character == '|' || (commas && character == ',');
  }

  private static boolean isLetter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }

  private static boolean isKeyPart(char character) {
    return isLetter(character)
        || (character >= '0' && character <= '9')
        || character == '-'
        || character == '_';
  }
}
