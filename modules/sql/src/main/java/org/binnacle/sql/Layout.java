package org.binnacle.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Lays SQL text out for reading: clauses on own lines, joins, conditions, sub-queries and CASE
/// indented, long lists wrapped, comments and hints kept. Never changes a token: where the result
/// would, and for stored programs, DELIMITER scripts and texts beyond {@link #MAX}, the text comes
/// back as it was.
///
/// @param width where lines should end
/// @param indent spaces a level
public record Layout(int width, int indent, Case keywords) {

  /// What becomes of reserved words.
  public enum Case {
    KEEP,
    UPPER,
    LOWER
  }

  /// 100 columns, two spaces, keywords in upper case.
  public static final Layout DEFAULT = new Layout(100, 2, Case.UPPER);

  /// Longer texts are left alone: nobody reads them laid out, and a screen waits for the result.
  public static final int MAX = 256 * 1024;

  public String of(String text, SqlModes modes) {
    if (text.length() > MAX) {
      return text;
    }
    List<Token> tokens = Lexer.all(text, modes);
    var words = new LayoutWords(text, tokens);
    if (words.isLeftAlone()) {
      return text;
    }
    String out = new LayoutWriter(this, words).write();
    return sameTokens(text, tokens, out, modes) ? out : text;
  }

  /// @param fixed a keyword here though it is not reserved
  String cased(String word, boolean fixed) {
    if (keywords == Case.KEEP || !(fixed || Keywords.MYSQL.isReserved(word))) {
      return word;
    }
    return keywords == Case.UPPER ? word.toUpperCase(Locale.ROOT) : word.toLowerCase(Locale.ROOT);
  }

  private static boolean sameTokens(String text, List<Token> before, String out, SqlModes modes) {
    var mine = told(text, before);
    var theirs = told(out, Lexer.all(out, modes));
    return mine.equals(theirs);
  }

  private record Told(TokenType type, boolean closed, String text) {}

  private static List<Told> told(String text, List<Token> tokens) {
    var told = new ArrayList<Told>(tokens.size());
    for (Token token : tokens) {
      if (token.type() != TokenType.SPACE) {
        String own = token.in(text);
        told.add(
            new Told(
                token.type(),
                token.closed(),
                token.type() == TokenType.WORD ? own.toLowerCase(Locale.ROOT) : own));
      }
    }
    return told;
  }
}
