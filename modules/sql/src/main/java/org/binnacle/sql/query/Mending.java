package org.binnacle.sql.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// Writes what MySQL takes and JSqlParser refuses in words that it reads, character for character
/// at the same place, so that the places of the facts stay true.
final class Mending {
  private final String text;
  private final StringBuilder out;
  private final List<Token> tokens;

  private Mending(String text, SqlModes modes) {
    this.text = text;
    this.out = new StringBuilder(text);
    this.tokens = Lexer.spoken(text, modes);
  }

  /// Nothing where there is nothing to mend.
  static Optional<String> of(String text, SqlModes modes) {
    var mending = new Mending(text, modes);
    for (int i = 0; i < mending.tokens.size(); i++) {
      mending.at(i);
    }
    String mended = mending.out.toString();
    return mended.equals(text) ? Optional.empty() : Optional.of(mended);
  }

  /// Names in double quotes, where they are names, in backticks.
  static String names(String text, SqlModes modes) {
    if (!modes.ansiQuotes() || text.indexOf('"') < 0) {
      return text;
    }
    var out = new StringBuilder(text);
    for (Token t : Lexer.spoken(text, modes)) {
      if (t.type() == TokenType.QUOTED_NAME && t.closed() && text.charAt(t.offset()) == '"') {
        out.setCharAt(t.offset(), '`');
        out.setCharAt(t.end() - 1, '`');
      }
    }
    return out.toString();
  }

  private void at(int i) {
    Token t = tokens.get(i);
    if (word(i, "LOCK") && word(i + 1, "IN") && word(i + 2, "SHARE") && word(i + 3, "MODE")) {
      write(i, "FOR");
      write(i + 1, "");
      write(i + 3, "");
    } else if (t.type() == TokenType.OPERATOR && t.is(text, ":=")) {
      write(i, "=");
    } else if (word(i, "FROM") && i == 1 && word(0, "DELETE")) {
      using();
    } else if (word(i, "BINARY") && isUnary(i)) {
      // Read as a sign before the value: a cast either way.
      write(i, "~");
    } else if (word(i, "SOUNDS") && word(i + 1, "LIKE")) {
      write(i, "");
    }
  }

  /// `DELETE FROM a USING a JOIN b` as `DELETE a FROM a JOIN b`.
  private void using() {
    for (int i = 2; i < tokens.size() && !word(i, "WHERE") && !word(i, "JOIN"); i++) {
      if (word(i, "USING")) {
        write(1, "");
        write(i, "FROM");
        return;
      }
    }
  }

  private boolean isUnary(int i) {
    if (i == 0 || i + 1 >= tokens.size()) {
      return false;
    }
    Token before = tokens.get(i - 1);
    Token after = tokens.get(i + 1);
    boolean opens =
        switch (before.type()) {
          case OPEN, COMMA, OPERATOR -> true;
          case WORD ->
              List.of("SELECT", "WHERE", "AND", "OR", "BY", "LIKE", "ON", "NOT")
                  .contains(before.in(text).toUpperCase(Locale.ROOT));
          default -> false;
        };
    boolean value =
        switch (after.type()) {
          case WORD, QUOTED_NAME, STRING, OPEN, PLACEHOLDER -> true;
          default -> false;
        };
    return opens && value;
  }

  private boolean word(int i, String word) {
    return i < tokens.size() && tokens.get(i).isWord(text, word);
  }

  private void write(int i, String word) {
    Token t = tokens.get(i);
    out.replace(t.offset(), t.end(), word + " ".repeat(t.length() - word.length()));
  }
}
