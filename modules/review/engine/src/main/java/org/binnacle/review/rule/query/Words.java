package org.binnacle.review.rule.query;

import java.util.List;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// The tokens of a statement, for rules that look at words.
public final class Words {
  private final String text;
  private final List<Token> tokens;

  private Words(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  public static Words of(Subject s) {
    return new Words(s.text(), s.tokens());
  }

  public int size() {
    return tokens.size();
  }

  public Token get(int i) {
    return tokens.get(i);
  }

  public Span span(int i) {
    return Span.of(tokens.get(i));
  }

  public Span span(int from, int to) {
    return span(from).with(span(to));
  }

  public String in(int i) {
    return tokens.get(i).in(text);
  }

  /// Whether the i-th token is of this type; false beyond the ends.
  public boolean is(int i, TokenType type) {
    return i >= 0 && i < tokens.size() && tokens.get(i).type() == type;
  }

  /// Whether the tokens from the i-th on are these words.
  public boolean words(int i, String... words) {
    for (int n = 0; n < words.length; n++) {
      if (i < 0 || i + n >= tokens.size() || !tokens.get(i + n).isWord(text, words[n])) {
        return false;
      }
    }
    return true;
  }

  /// Whether it is one of these words.
  public boolean oneOf(int i, String... words) {
    for (String word : words) {
      if (words(i, word)) {
        return true;
      }
    }
    return false;
  }

  /// Whether it is this operator.
  public boolean sign(int i, String sign) {
    return is(i, TokenType.OPERATOR) && tokens.get(i).is(text, sign);
  }

  /// Whether it is this word with a bracket behind it.
  public boolean call(int i, String name) {
    return words(i, name) && is(i + 1, TokenType.OPEN) && !is(i - 1, TokenType.DOT);
  }

  /// The first token that begins there or later; `size` where there is none.
  public int from(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (tokens.get(middle).offset() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The bracket that closes the one at `open`; `size` where there is none.
  public int close(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).type() == TokenType.OPEN) {
        depth++;
      } else if (tokens.get(i).type() == TokenType.CLOSE && --depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  /// The first token from `i` on that is this word outside brackets; -1 where there is none.
  public int next(int i, String word) {
    int depth = 0;
    for (int n = i; n < tokens.size() && depth >= 0; n++) {
      switch (tokens.get(n).type()) {
        case OPEN -> depth++;
        case CLOSE -> depth--;
        case WORD -> {
          if (depth == 0 && words(n, word)) {
            return n;
          }
        }
        default -> {}
      }
    }
    return -1;
  }
}
