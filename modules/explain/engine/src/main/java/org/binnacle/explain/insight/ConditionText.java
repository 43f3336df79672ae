package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.binnacle.explain.Conditions;
import org.binnacle.explain.PlanNode;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// A condition of a plan as tokens, so that words in literals are no words.
final class ConditionText {
  private static final int SHORT = 80;

  /// Longer conditions are not looked into.
  private static final int LONGEST = 100_000;

  private static final Set<String> FUNCTIONS =
      Set.of(
          "date",
          "year",
          "month",
          "day",
          "dayofmonth",
          "dayofweek",
          "dayofyear",
          "hour",
          "minute",
          "week",
          "quarter",
          "date_format",
          "unix_timestamp",
          "from_unixtime",
          "to_days",
          "cast",
          "convert",
          "lower",
          "lcase",
          "upper",
          "ucase",
          "trim",
          "ltrim",
          "rtrim",
          "substr",
          "substring",
          "left",
          "right",
          "concat",
          "replace",
          "ifnull",
          "coalesce",
          "abs",
          "floor",
          "round",
          "length",
          "char_length",
          "json_extract",
          "json_unquote",
          "md5",
          "sha1",
          "hex");

  private final String text;
  private final List<Token> tokens;

  ConditionText(String text) {
    this.text = text.length() <= LONGEST ? text : "";
    this.tokens = Lexer.spoken(this.text, SqlModes.DEFAULT);
  }

  /// The conditions of a step that compare rows.
  static List<String> all(PlanNode node) {
    Conditions conditions = node.traits().conditions();
    return Stream.of(conditions.filter(), conditions.index(), conditions.lookup())
        .flatMap(Optional::stream)
        .toList();
  }

  static String shortened(String condition) {
    return condition.length() <= SHORT ? condition : condition.substring(0, SHORT - 1) + "…";
  }

  String text() {
    return text;
  }

  boolean castsTo(String type) {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).isWord(text, type) && tokens.get(i - 1).isWord(text, "as")) {
        return true;
      }
    }
    return false;
  }

  /// A column of those wanted beside `=`, `<` or `>` and a bare number.
  boolean comparesWithNumber(Predicate<String> column) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      boolean compares =
          Set.of("=", "<", ">", "<=", ">=", "<>", "!=").contains(tokens.get(i).in(text));
      if (compares
          && tokens.get(i + 1).type() == TokenType.NUMBER
          && column(i - 1)
          && column.test(name(i - 1))) {
        return true;
      }
    }
    return false;
  }

  /// The first function that is applied to a column.
  Optional<String> functionOnColumn() {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      String word = tokens.get(i).in(text).toLowerCase(Locale.ROOT);
      if (tokens.get(i).type() == TokenType.WORD
          && tokens.get(i + 1).type() == TokenType.OPEN
          && FUNCTIONS.contains(word)
          && columnInside(i + 1)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  boolean leadingWildcard() {
    for (int i = 1; i < tokens.size(); i++) {
      String literal = tokens.get(i).in(text);
      boolean wild = literal.startsWith("'%") || literal.startsWith("'_");
      if (wild && tokens.get(i - 1).isWord(text, "like")) {
        return true;
      }
    }
    return false;
  }

  /// Whether the outermost OR stands between conditions that share no column.
  boolean orOverColumns() {
    int depth = 0;
    int outermost = Integer.MAX_VALUE;
    for (Token token : tokens) {
      depth += depth(token);
      if (token.isWord(text, "or")) {
        outermost = Math.min(outermost, depth);
      }
    }
    return outermost != Integer.MAX_VALUE && branchesDiffer(outermost);
  }

  private boolean branchesDiffer(int level) {
    var branches = new ArrayList<Set<String>>();
    Set<String> branch = new HashSet<>();
    int depth = 0;
    boolean inside = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += depth(token);
      if (depth < level) {
        if (inside && branches.size() > 0) {
          break;
        }
        branch = new HashSet<>();
      } else if (depth == level && token.isWord(text, "or")) {
        branches.add(branch);
        branch = new HashSet<>();
        inside = true;
      } else if (column(i)
          && (i + 1 >= tokens.size() || tokens.get(i + 1).type() != TokenType.DOT)) {
        branch.add(name(i));
      }
    }
    branches.add(branch);
    Set<String> shared = new HashSet<>(branches.getFirst());
    branches.forEach(shared::retainAll);
    return shared.isEmpty() && branches.stream().noneMatch(Set::isEmpty);
  }

  private static int depth(Token token) {
    return token.type() == TokenType.OPEN ? 1 : token.type() == TokenType.CLOSE ? -1 : 0;
  }

  private boolean columnInside(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += depth(tokens.get(i));
      if (depth == 0) {
        return false;
      }
      // Plans qualify columns with their table; a bare word may be a type or a unit.
      if (tokens.get(i).type() == TokenType.DOT) {
        return true;
      }
    }
    return false;
  }

  /// Whether the token ends a column's name: plans always qualify it.
  private boolean column(int at) {
    Token token = tokens.get(at);
    boolean name = token.type() == TokenType.NAME || token.type() == TokenType.QUOTED_NAME;
    return name && at > 0 && tokens.get(at - 1).type() == TokenType.DOT;
  }

  private String name(int index) {
    String name = tokens.get(index).in(text);
    return name.startsWith("`") && name.endsWith("`") && name.length() > 2
        ? name.substring(1, name.length() - 1)
        : name;
  }
}
