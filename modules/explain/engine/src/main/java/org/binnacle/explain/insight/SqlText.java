package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// The statement as it was written, as far as insights ask about it. Everything is false or 0 where
/// the statement is not known.
public final class SqlText {
  /// Longer statements are not looked into.
  private static final int LONGEST = 1_000_000;

  private final String text;
  private final List<Token> tokens;

  private SqlText(String text) {
    this.text = text;
    this.tokens = Lexer.spoken(text, SqlModes.DEFAULT);
  }

  static SqlText of(Optional<String> sql) {
    return new SqlText(sql.filter(text -> text.length() <= LONGEST).orElse(""));
  }

  /// Whether it changes rows.
  boolean changes() {
    return !tokens.isEmpty() && (word(0, "update") || word(0, "delete"));
  }

  boolean limitWithoutOrder() {
    return outer("limit") >= 0 && !ordered();
  }

  /// The rows that the outermost LIMIT wants; 0 where there is none.
  long limit() {
    int at = outer("limit");
    return at < 0 ? 0 : comma(at) ? number(at + 3) : number(at + 1);
  }

  /// The rows that the outermost LIMIT throws away.
  long offset() {
    int at = outer("limit");
    if (at < 0) {
      return 0;
    }
    return comma(at) ? number(at + 1) : word(at + 2, "offset") ? number(at + 3) : 0;
  }

  /// `SELECT *` or `SELECT t.*` outside parentheses.
  boolean star() {
    int depth = 0;
    for (int i = 1; i < tokens.size(); i++) {
      depth += depth(tokens.get(i));
      boolean star = tokens.get(i).is(text, "*") && depth == 0;
      if (star
          && (word(i - 1, "select")
              || tokens.get(i - 1).type() == TokenType.DOT
              || tokens.get(i - 1).type() == TokenType.COMMA)) {
        return true;
      }
    }
    return false;
  }

  /// The indexes named by FORCE INDEX and USE INDEX.
  List<String> forcedIndexes() {
    var names = new ArrayList<String>();
    for (int i = 0; i + 2 < tokens.size(); i++) {
      boolean forced = word(i, "force") || word(i, "use");
      if (forced && (word(i + 1, "index") || word(i + 1, "key"))) {
        names.addAll(listed(i + 2));
      }
    }
    return names;
  }

  private List<String> listed(int from) {
    var names = new ArrayList<String>();
    boolean open = false;
    for (int i = from; i < tokens.size(); i++) {
      TokenType type = tokens.get(i).type();
      if (type == TokenType.OPEN) {
        open = true;
      } else if (type == TokenType.CLOSE) {
        break;
      } else if (open && type != TokenType.COMMA) {
        names.add(tokens.get(i).in(text).replace("`", ""));
      }
    }
    return names;
  }

  private boolean ordered() {
    int at = outer("order");
    return at >= 0 && word(at + 1, "by");
  }

  private int outer(String wanted) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += depth(tokens.get(i));
      if (depth == 0 && word(i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  private boolean word(int index, String wanted) {
    return index < tokens.size() && tokens.get(index).isWord(text, wanted);
  }

  private boolean comma(int limit) {
    return limit + 2 < tokens.size() && tokens.get(limit + 2).type() == TokenType.COMMA;
  }

  private long number(int index) {
    if (index >= tokens.size()
        || tokens.get(index).type() != TokenType.NUMBER
        || tokens.get(index).length() > 18) {
      return 0;
    }
    String digits = tokens.get(index).in(text);
    return digits.chars().allMatch(Character::isDigit) ? Long.parseLong(digits) : 0;
  }

  private static int depth(Token token) {
    return token.type() == TokenType.OPEN ? 1 : token.type() == TokenType.CLOSE ? -1 : 0;
  }
}
