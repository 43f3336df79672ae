package org.binnacle.sql.parse;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.binnacle.sql.Span;

/// A failed parse in words: what stands there, and what could.
final class ErrorWords {
  private static final int SHOWN = 6;
  private static final int NEAR = 32;

  private ErrorWords() {}

  static SyntaxError of(String text, Grammar.Attempt.Failed failed) {
    Token at = failed.at();
    List<String> expected = failed.failure().map(ErrorWords::expected).orElse(List.of());
    var words = new StringBuilder();
    if (at.getType() == Token.EOF) {
      words.append("the statement ends too early");
      before(failed.tokens(), at).ifPresent(b -> words.append(", behind ").append(quoted(b)));
    } else {
      words.append("unexpected ").append(quoted(at));
      before(failed.tokens(), at).ifPresent(b -> words.append(" behind ").append(quoted(b)));
    }
    Optional<String> meant = meant(failed, at, expected);
    if (meant.isPresent()) {
      words.append("; did you mean ").append(meant.get()).append('?');
    } else if (!expected.isEmpty() && expected.size() <= SHOWN) {
      words.append("; expected ").append(String.join(", ", expected));
    }
    return new SyntaxError(span(text, at), words.toString());
  }

  private static Span span(String text, Token at) {
    if (at.getType() == Token.EOF) {
      return new Span(text.length(), text.length());
    }
    return new Span(at.getStartIndex(), Math.min(at.getStopIndex() + 1, text.length()));
  }

  private static Optional<Token> before(List<Token> tokens, Token at) {
    int i = tokens.indexOf(at);
    return i > 0 ? Optional.of(tokens.get(i - 1)) : Optional.empty();
  }

  private static String quoted(Token token) {
    String text = token.getText().replaceAll("\\s+", " ");
    return "'" + (text.length() > NEAR ? text.substring(0, NEAR) + "..." : text) + "'";
  }

  /// What could have stood there; nothing where the parser was far within a decision.
  @SuppressWarnings("ReferenceEquality") // a token is itself only
  private static List<String> expected(RecognitionException failure) {
    if (failure instanceof NoViableAltException far
        && far.getStartToken() != far.getOffendingToken()) {
      return List.of();
    }
    IntervalSet set;
    try {
      set = failure.getExpectedTokens();
    } catch (IllegalArgumentException stateOutOfRange) {
      return List.of();
    }
    if (set == null) {
      return List.of();
    }
    var words = new TreeSet<String>();
    for (int type : set.toArray()) {
      words.add(word(type));
    }
    if (words.contains("a name") && words.size() > 40) {
      // Hundreds of keywords may be names.
      words.removeIf(one -> one.chars().allMatch(c -> Character.isUpperCase(c) || c == '_'));
    }
    return new ArrayList<>(words);
  }

  private static String word(int type) {
    return switch (type) {
      case Token.EOF -> "the end";
      case MySqlLexer.IDENTIFIER, MySqlLexer.BACK_TICK_QUOTED_ID -> "a name";
      case MySqlLexer.SINGLE_QUOTED_TEXT, MySqlLexer.DOUBLE_QUOTED_TEXT, MySqlLexer.NCHAR_TEXT ->
          "a string";
      case MySqlLexer.INT_NUMBER,
          MySqlLexer.LONG_NUMBER,
          MySqlLexer.ULONGLONG_NUMBER,
          MySqlLexer.DECIMAL_NUMBER,
          MySqlLexer.FLOAT_NUMBER ->
          "a number";
      default -> named(type);
    };
  }

  private static String named(int type) {
    String literal = MySqlParser.VOCABULARY.getLiteralName(type);
    if (literal != null) {
      return literal;
    }
    String symbol = MySqlParser.VOCABULARY.getSymbolicName(type);
    return symbol == null
        ? "?"
        : switch (symbol) {
          case "OPEN_PAR_SYMBOL" -> "'('";
          case "CLOSE_PAR_SYMBOL" -> "')'";
          case "COMMA_SYMBOL" -> "','";
          case "DOT_SYMBOL" -> "'.'";
          case "EQUAL_OPERATOR" -> "'='";
          case "SEMICOLON_SYMBOL" -> "';'";
          case "MULT_OPERATOR" -> "'*'";
          default -> symbol.replaceAll("_(SYMBOL|OPERATOR)$", "").replaceAll("\\d+$", "");
        };
  }

  /// A keyword that the word there, or the one before it, was meant to be.
  private static Optional<String> meant(
      Grammar.Attempt.Failed failed, Token at, List<String> expected) {
    if (at.getType() == MySqlLexer.IDENTIFIER) {
      Optional<String> here = nearest(at.getText(), expected.isEmpty() ? KEYWORDS : expected);
      if (here.isPresent()) {
        return here;
      }
    }
    return before(failed.tokens(), at)
        .filter(b -> b.getType() == MySqlLexer.IDENTIFIER)
        .flatMap(b -> nearest(b.getText(), KEYWORDS));
  }

  /// The words that statements and clauses begin with, and the types.
  private static final List<String> KEYWORDS =
      List.of(
          ("SELECT INSERT UPDATE DELETE REPLACE CREATE ALTER DROP TRUNCATE RENAME TABLE INDEX VIEW"
                  + " FROM WHERE GROUP ORDER HAVING LIMIT VALUES PRIMARY UNIQUE FOREIGN REFERENCES"
                  + " CONSTRAINT DEFAULT COMMENT COLUMN MODIFY CHANGE VARCHAR INTEGER BIGINT"
                  + " DATETIME TIMESTAMP DECIMAL UNSIGNED AUTO_INCREMENT ENGINE CHARSET COLLATE"
                  + " BETWEEN INNER RIGHT DISTINCT UNION EXISTS")
              .split(" "));

  private static Optional<String> nearest(String typed, List<String> words) {
    String upper = typed.toUpperCase(Locale.ROOT);
    String best = "";
    int distance = upper.length() > 5 ? 3 : upper.length() > 3 ? 2 : 1;
    for (String word : words) {
      int d = distance(upper, word, distance);
      if (d > 0 && d < distance) {
        distance = d;
        best = word;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /// Edits between two words, a swap of neighbours counted once.
  private static int distance(String a, String b, int max) {
    if (Math.abs(a.length() - b.length()) >= max) {
      return max;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
