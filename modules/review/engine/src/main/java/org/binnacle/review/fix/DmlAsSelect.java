package org.binnacle.review.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.review.Edit;
import org.binnacle.review.Fix;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.Span;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// A write as the SELECT that shows which rows it would touch, as a count of them, and as its
/// EXPLAIN. Made of tokens; the caller has each tried by the grammar.
public final class DmlAsSelect {
  private final String text;
  private final List<Token> outer = new ArrayList<>();

  private DmlAsSelect(String text, SqlModes modes) {
    this.text = text;
    int depth = 0;
    for (Token token : Lexer.spoken(text, modes)) {
      if (token.type() == TokenType.CLOSE) {
        depth--;
      }
      if (depth == 0) {
        outer.add(token);
      }
      if (token.type() == TokenType.OPEN) {
        depth++;
      }
    }
  }

  /// The SELECT of the rows that an UPDATE, DELETE, or INSERT or REPLACE with a query would touch;
  /// nothing for other statements.
  public static Optional<String> rows(String text, SqlModes modes) {
    return of(text, modes).stream()
        .findFirst()
        .filter(fix -> fix.edits().size() == 1)
        .map(fix -> fix.edits().getFirst().replacement());
  }

  /// Fixes of the statement's text; none for what is no UPDATE, DELETE, or INSERT or REPLACE with a
  /// query.
  static List<Fix> of(String text, SqlModes modes) {
    var dml = new DmlAsSelect(text, modes);
    if (dml.outer.isEmpty()) {
      return List.of();
    }
    Token first = dml.outer.getFirst();
    Optional<Parts> parts =
        first.isWord(text, "UPDATE")
            ? dml.update()
            : first.isWord(text, "DELETE")
                ? dml.delete()
                : first.isWord(text, "INSERT") || first.isWord(text, "REPLACE")
                    ? dml.insert()
                    : Optional.empty();
    return parts.map(p -> dml.fixes(p)).orElse(List.of());
  }

  /// @param what the columns that are shown
  /// @param from behind FROM; empty where the query stands alone
  /// @param tail WHERE, ORDER BY and LIMIT
  /// @param query where rows come from a query
  private record Parts(String what, String from, String tail, String query) {}

  private List<Fix> fixes(Parts p) {
    var all = new ArrayList<Fix>();
    if (p.query().isEmpty()) {
      String rows = p.from() + (p.tail().isEmpty() ? "" : "\n" + p.tail());
      all.add(fix("show the rows it would touch: SELECT", "SELECT " + p.what() + "\nFROM " + rows));
      all.add(
          fix(
              "count the rows it would touch",
              at("LIMIT", 0) < 0
                  ? "SELECT COUNT(*)\nFROM " + p.from() + unordered()
                  : "SELECT COUNT(*)\nFROM (SELECT 1\nFROM " + rows + ") AS touched"));
    } else {
      all.add(fix("show the rows it would write: SELECT", p.query()));
      all.add(
          fix(
              "count the rows it would write",
              "SELECT COUNT(*)\nFROM (" + p.query() + ") AS written"));
    }
    all.add(new Fix("EXPLAIN it", List.of(new Edit(new Span(0, 0), "EXPLAIN ")), false));
    return all;
  }

  private String unordered() {
    int order = at("ORDER", 0);
    int where = at("WHERE", 0);
    if (where < 0) {
      return "";
    }
    int end = order < 0 ? text.length() : outer.get(order).offset();
    return "\n" + text.substring(outer.get(where).offset(), end).strip();
  }

  private Fix fix(String title, String sql) {
    return new Fix(title, List.of(new Edit(new Span(0, text.length()), sql)), false);
  }

  private Optional<Parts> update() {
    int refs = skip(1, "LOW_PRIORITY", "IGNORE");
    int set = at("SET", refs);
    return set < 0 || refs >= outer.size()
        ? Optional.empty()
        : Optional.of(new Parts("*", between(refs, set), tail(set), ""));
  }

  private Optional<Parts> delete() {
    int at = skip(1, "LOW_PRIORITY", "QUICK", "IGNORE");
    int from = at("FROM", at);
    if (from < 0) {
      return Optional.empty();
    }
    // USING behind a list of tables, not that of a join.
    int using = from == at ? at("USING", from) : -1;
    int end = tailAt(from);
    if (using >= 0) {
      return Optional.of(
          new Parts(each(between(from + 1, using)), between(using + 1, end), tail(from), ""));
    }
    String what = from > at ? each(between(at, from)) : "*";
    return Optional.of(new Parts(what, between(from + 1, end), tail(from), ""));
  }

  private Optional<Parts> insert() {
    int query = first(at("SELECT", 1), at("WITH", 1), at("TABLE", 1));
    if (query < 0) {
      return Optional.empty();
    }
    int twice = at("DUPLICATE", query);
    int end = twice > 0 ? outer.get(twice - 1).offset() : text.length();
    return Optional.of(
        new Parts("", "", "", text.substring(outer.get(query).offset(), end).strip()));
  }

  /// `a, b.*` as `a.*, b.*`.
  private static String each(String tables) {
    var all = new ArrayList<String>();
    for (String one : tables.split(",")) {
      all.add(one.strip().endsWith(".*") ? one.strip() : one.strip() + ".*");
    }
    return String.join(", ", all);
  }

  private String tail(int from) {
    int at = tailAt(from);
    return at >= outer.size() ? "" : text.substring(outer.get(at).offset()).strip();
  }

  private int tailAt(int from) {
    int at = first(at("WHERE", from), at("ORDER", from), at("LIMIT", from));
    return at < 0 ? outer.size() : at;
  }

  private static int first(int... places) {
    int least = -1;
    for (int place : places) {
      least = place >= 0 && (least < 0 || place < least) ? place : least;
    }
    return least;
  }

  private int skip(int from, String... words) {
    int at = from;
    while (at < outer.size() && isOneOf(outer.get(at), words)) {
      at++;
    }
    return at;
  }

  private boolean isOneOf(Token token, String... words) {
    return List.of(words).stream().anyMatch(word -> token.isWord(text, word));
  }

  private int at(String word, int from) {
    for (int i = from; i < outer.size(); i++) {
      if (outer.get(i).isWord(text, word)) {
        return i;
      }
    }
    return -1;
  }

  private String between(int from, int to) {
    int end = to >= outer.size() ? text.length() : outer.get(to).offset();
    return text.substring(outer.get(from).offset(), end).strip();
  }
}
