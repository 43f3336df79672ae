package org.binnacle.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Builds a digest text token by token, reducing values and lists of them at its end as servers do.
final class Digest {
  private static final String VALUE = "?";
  private static final String VALUES = "?, ...";
  private static final String ROW = "(?)";
  private static final String WIDE_ROW = "(...)";
  private static final String MORE = " /* , ... */";

  /// Behind these a sign belongs to the number, and NULL is a value.
  private static final Set<String> EXPECT_VALUE =
      Set.of(
          ("( , = := < > <= >= <=> != + - * / % & | ^ << >> || && ~ SELECT WHERE AND OR XOR NOT"
                  + " BETWEEN LIKE RLIKE IN THEN ELSE WHEN CASE IF ELSEIF WHILE UNTIL RETURN DIV MOD"
                  + " INTERVAL DEFAULT VALUES ON HAVING BY LIMIT OFFSET EVERY AT STARTS ENDS")
              .split(" "));

  private final String sql;
  private final Keywords keywords;
  private final List<String> out = new ArrayList<>();
  private int length;

  Digest(String sql, Keywords keywords) {
    this.sql = sql;
    this.keywords = keywords;
  }

  /// About how long the text is by now.
  int length() {
    return length;
  }

  String text() {
    int end = out.size();
    while (end > 0 && out.get(end - 1).equals(";")) {
      end--;
    }
    return String.join(" ", out.subList(0, end));
  }

  void accept(Token token) {
    switch (token.type()) {
      case SPACE, COMMENT, VERSION_OPEN, VERSION_CLOSE, COMMAND -> {}
      case STRING, PLACEHOLDER, BYTES -> value();
      case NUMBER -> {
        dropSigns();
        value();
      }
      case WORD -> word(token);
      case NAME -> add(quote(token.in(sql)));
      case QUOTED_NAME -> add(quote(unquote(token)));
      case HOST, USER_VARIABLE -> add("@?");
      case SYSTEM_VARIABLE -> systemVariable(token.in(sql).substring(2));
      case INTRODUCER -> add("(_charset)");
      case HINT -> hint(token);
      case CLOSE -> close();
      case OPERATOR -> add(token.is(sql, "<>") ? "!=" : token.in(sql));
      case ESCAPE -> {
        if (token.is(sql, "\\N")) {
          value();
        }
      }
      case DELIMITER -> add(";");
      case OPEN, COMMA, DOT, UNKNOWN -> add(token.in(sql));
    }
  }

  private void add(String element) {
    out.add(element);
    length += element.length() + 1;
  }

  private String last(int n) {
    return out.size() >= n ? out.get(out.size() - n) : "";
  }

  private void drop(int n) {
    for (int i = 0; i < n; i++) {
      length -= out.removeLast().length() + 1;
    }
  }

  private void value() {
    if (last(1).equals(",") && (last(2).equals(VALUE) || last(2).equals(VALUES))) {
      drop(2);
      add(VALUES);
    } else {
      add(VALUE);
    }
  }

  private void dropSigns() {
    while ((last(1).equals("-") || last(1).equals("+"))
        && (out.size() == 1 || EXPECT_VALUE.contains(last(2)))) {
      drop(1);
    }
  }

  private void close() {
    if (!last(2).equals("(") || !(last(1).equals(VALUE) || last(1).equals(VALUES))) {
      add(")");
      return;
    }
    String row = last(1).equals(VALUE) ? ROW : WIDE_ROW;
    drop(2);
    if (last(1).equals("IN")) {
      row = WIDE_ROW;
    } else if (last(1).equals(",") && (last(2).equals(row) || last(2).equals(row + MORE))) {
      drop(2);
      row = row + MORE;
    }
    add(row);
  }

  private void word(Token token) {
    String raw = token.in(sql);
    boolean called = Scan.at(sql, token.end()) == '(';
    if (!keywords.isKeyword(raw) && !(called && Keywords.isFunction(raw))) {
      add(quote(raw));
      return;
    }
    String upper = raw.toUpperCase(Locale.ROOT);
    if (upper.equals("NULL") && EXPECT_VALUE.contains(last(1)) && !last(1).equals("NOT")) {
      value();
    } else {
      add(Keywords.canonical(upper));
    }
  }

  private void systemVariable(String name) {
    int dot = name.startsWith("`") ? -1 : name.indexOf('.');
    String head = dot < 0 ? name : name.substring(0, dot);
    add("@@" + (keywords.isKeyword(head) ? head.toUpperCase(Locale.ROOT) : quote(bare(head))));
    if (dot >= 0) {
      add(".");
      add(quote(bare(name.substring(dot + 1))));
    }
  }

  private void hint(Token token) {
    String body = sql.substring(token.offset() + 3, token.end() - (token.closed() ? 2 : 0));
    add("/*+");
    var inner = new Digest(body, keywords);
    var lexer = new Lexer(body, SqlModes.DEFAULT);
    while (lexer.hasNext()) {
      Token next = lexer.next();
      if (next.type() == TokenType.WORD && Scan.at(body, Scan.space(body, next.end())) == '(') {
        inner.add(next.in(body).toUpperCase(Locale.ROOT));
      } else {
        inner.accept(next);
      }
    }
    inner.out.forEach(this::add);
    add("*/");
  }

  private String unquote(Token token) {
    String raw = token.in(sql);
    String quote = raw.substring(0, 1);
    return raw.substring(1, raw.length() - (token.closed() ? 1 : 0)).replace(quote + quote, quote);
  }

  private static String bare(String name) {
    return name.replace("`", "");
  }

  private static String quote(String name) {
    return "`" + name + "`";
  }
}
