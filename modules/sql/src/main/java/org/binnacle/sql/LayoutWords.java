package org.binnacle.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The tokens of a text without the spaces, with what a layout asks of them: which bracket closes
/// which, how long a stretch is on one line, what a word is.
final class LayoutWords {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<String> upper = new ArrayList<>();
  private final int[] match;
  private final int[] lengths;
  private final int[] lineComments;

  LayoutWords(String text, List<Token> all) {
    this.text = text;
    for (Token token : all) {
      if (token.type() != TokenType.SPACE) {
        tokens.add(token);
        boolean word = token.type() == TokenType.WORD && token.length() <= 16;
        upper.add(word ? token.in(text).toUpperCase(Locale.ROOT) : "");
      }
    }
    match = new int[size()];
    Arrays.fill(match, -1);
    lengths = new int[size() + 1];
    lineComments = new int[size() + 1];
    var open = new ArrayDeque<Integer>();
    for (int i = 0; i < size(); i++) {
      lengths[i + 1] = lengths[i] + tokens.get(i).length() + 1;
      lineComments[i + 1] = lineComments[i] + (isLineComment(i) ? 1 : 0);
      pair(i, open);
    }
  }

  private void pair(int i, ArrayDeque<Integer> open) {
    if (type(i) == TokenType.OPEN || is(i, "CASE")) {
      open.push(i);
    } else if (is(i, "END") && !open.isEmpty() && is(open.peek(), "CASE")) {
      match[open.pop()] = i;
    } else if (type(i) == TokenType.CLOSE) {
      while (!open.isEmpty() && is(open.peek(), "CASE")) {
        open.pop();
      }
      if (!open.isEmpty()) {
        match[open.pop()] = i;
      }
    }
  }

  int size() {
    return tokens.size();
  }

  /// {@link TokenType#SPACE} beyond either end.
  TokenType type(int i) {
    return i >= 0 && i < size() ? tokens.get(i).type() : TokenType.SPACE;
  }

  String text(int i) {
    return tokens.get(i).in(text);
  }

  boolean is(int i, String word) {
    return i >= 0 && i < size() && upper.get(i).equals(word);
  }

  /// The bare word in upper case; empty for anything else.
  String word(int i) {
    return i >= 0 && i < size() ? upper.get(i) : "";
  }

  /// The index of what closes the bracket or CASE at i; -1 where nothing does.
  int match(int i) {
    return match[i];
  }

  /// How long tokens i to j (both included) are on one line.
  int flat(int i, int j) {
    return lineComments[j + 1] > lineComments[i]
        ? Integer.MAX_VALUE / 2
        : lengths[j + 1] - lengths[i];
  }

  boolean isLineComment(int i) {
    return type(i) == TokenType.COMMENT && !text(i).startsWith("/*");
  }

  boolean spaceBefore(int i) {
    return i > 0 && tokens.get(i - 1).end() < tokens.get(i).offset();
  }

  boolean lineBefore(int i) {
    return i > 0
        && text.substring(tokens.get(i - 1).end(), tokens.get(i).offset()).indexOf('\n') >= 0;
  }

  /// The last token of the item, clause or list that begins at i, at its own depth: before the next
  /// comma (where asked), clause, closing bracket or end.
  int itemEnd(int i, boolean atComma) {
    int at = i;
    while (at < size()) {
      TokenType type = type(at);
      if (type == TokenType.CLOSE
          || type == TokenType.DELIMITER
          || (atComma && type == TokenType.COMMA)
          || (at > i && new LayoutRoles(this).isClause(at))) {
        return Math.max(i, at - 1);
      }
      at = type == TokenType.OPEN && match[at] > 0 ? match[at] + 1 : at + 1;
    }
    return size() - 1;
  }

  /// Stored programs and client scripts keep the layout that their authors gave them.
  boolean isLeftAlone() {
    boolean create = false;
    for (int i = 0, words = 0; i < size(); i++) {
      if (type(i) == TokenType.COMMAND) {
        return true;
      }
      if (type(i) == TokenType.DELIMITER) {
        words = 0;
        create = false;
      } else if (type(i) == TokenType.WORD && words++ < 14) {
        switch (word(i)) {
          case "CREATE", "ALTER" -> create |= words == 1;
          case "PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "PACKAGE" -> {
            if (create) {
              return true;
            }
          }
          case "TABLE", "VIEW", "INDEX", "USER" -> create = false;
          case "BEGIN" -> {
            if (is(i + 1, "NOT")) {
              return true;
            }
          }
          default -> {}
        }
      }
    }
    return false;
  }
}
