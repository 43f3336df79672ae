package org.binnacle.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The tables that a statement names, with their aliases, found by its tokens: for statements that
/// no parser knows, and for what servers print as the rewritten statement. May name too much (the
/// FROM of EXTRACT), never fails.
public final class TableNames {
  private static final Set<String> BEFORE =
      Set.of("FROM", "JOIN", "STRAIGHT_JOIN", "UPDATE", "INTO", "TABLE", "INSERT", "REPLACE");
  private static final Set<String> BETWEEN =
      Set.of("LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "QUICK", "IGNORE", "INTO", "LATERAL");
  private static final Set<String> ENDS =
      Set.of("WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "SET", "SELECT", "UNION", "VALUES");

  private final String text;
  private final List<Token> tokens;
  private final SqlModes modes;
  private final List<Named> found = new ArrayList<>();
  private int at;

  private TableNames(String text, SqlModes modes) {
    this.text = text;
    this.tokens = Lexer.spoken(text, modes);
    this.modes = modes;
  }

  /// A table as a statement names it.
  ///
  /// @param schema where it is said
  /// @param alias the name it goes by in the statement: the table's own where no other is given
  public record Named(Optional<String> schema, String table, String alias) {}

  /// In the order of the text.
  public static List<Named> of(String sql, SqlModes modes) {
    var names = new TableNames(sql, modes);
    names.walk();
    return List.copyOf(names.found);
  }

  private void walk() {
    Deque<Boolean> lists = new ArrayDeque<>();
    boolean list = false;
    boolean wanted = false;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      String word = word(at);
      switch (token.type()) {
        case OPEN -> {
          lists.push(list);
          list = wanted;
          at++;
        }
        case CLOSE -> {
          list = !lists.isEmpty() && lists.pop();
          wanted = false;
          at++;
        }
        case COMMA -> {
          wanted = list;
          at++;
        }
        default -> {
          if (BEFORE.contains(word) && !behindFor()) {
            wanted = true;
            list = !word.equals("INTO") && !word.equals("INSERT") && !word.equals("REPLACE");
            at++;
          } else if (wanted && BETWEEN.contains(word)) {
            at++;
          } else if (ENDS.contains(word)) {
            wanted = false;
            list = false;
            at++;
          } else if (wanted && isName(at)) {
            take();
            wanted = false;
          } else {
            wanted = false;
            at++;
          }
        }
      }
    }
  }

  /// FOR UPDATE names no table, neither does KEY UPDATE.
  private boolean behindFor() {
    return at > 0 && (word(at - 1).equals("FOR") || word(at - 1).equals("KEY"));
  }

  private void take() {
    String first = name(at++);
    Optional<String> schema = Optional.empty();
    if (at + 1 < tokens.size() && tokens.get(at).type() == TokenType.DOT && isName(at + 1)) {
      schema = Optional.of(first);
      first = name(at + 1);
      at += 2;
    }
    // A function: JSON_TABLE(...), or a column list of INSERT.
    if (at < tokens.size() && word(at).equals("PARTITION")) {
      at++;
      skipBrackets();
    }
    String alias = first;
    boolean as = word(at).equals("AS");
    if (as) {
      at++;
    }
    if (at < tokens.size() && isName(at)) {
      alias = name(at++);
    }
    found.add(new Named(schema, first, alias));
  }

  private void skipBrackets() {
    int depth = 0;
    while (at < tokens.size()) {
      TokenType type = tokens.get(at++).type();
      depth += type == TokenType.OPEN ? 1 : type == TokenType.CLOSE ? -1 : 0;
      if (depth <= 0) {
        return;
      }
    }
  }

  private boolean isName(int i) {
    Token token = tokens.get(i);
    return switch (token.type()) {
      case NAME, QUOTED_NAME -> true;
      case WORD ->
          !Keywords.MYSQL.isReserved(token.in(text))
              && !Keywords.MARIADB.isReserved(token.in(text));
      default -> false;
    };
  }

  private String name(int i) {
    Token token = tokens.get(i);
    return token.type() == TokenType.QUOTED_NAME
        ? Quote.read(token.in(text), modes)
        : token.in(text);
  }

  private String word(int i) {
    return i < tokens.size() && tokens.get(i).type() == TokenType.WORD
        ? tokens.get(i).in(text).toUpperCase(Locale.ROOT)
        : "";
  }
}
