package org.binnacle.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Cuts SQL text into tokens as MySQL and MariaDB do, and as their client does where it comes to
/// DELIMITER lines. Total: any text gives tokens that cover every character exactly once. One pass,
/// no recursion; for one thread.
public final class Lexer implements Iterator<Token> {
  private final String text;
  private final SqlModes modes;
  private int at;
  private int line = 1;
  private int column = 1;
  private int versions;
  private Delimiter delimiter = Delimiter.SEMICOLON;

  /// Nothing but silent tokens since the last delimiter: a DELIMITER line may come.
  private boolean fresh = true;

  private boolean hintable;
  private @Nullable Token last;

  public Lexer(String text, SqlModes modes) {
    this.text = text;
    this.modes = modes;
  }

  /// All tokens of a text. A version comment that never ends has `closed` false at its opening,
  /// which only this method can know.
  public static List<Token> all(String text, SqlModes modes) {
    var tokens = new ArrayList<Token>();
    var open = new ArrayDeque<Integer>();
    var lexer = new Lexer(text, modes);
    while (lexer.hasNext()) {
      Token token = lexer.next();
      if (token.type() == TokenType.VERSION_OPEN) {
        open.push(tokens.size());
      } else if (token.type() == TokenType.VERSION_CLOSE) {
        open.pop();
      }
      tokens.add(token);
    }
    for (int i : open) {
      Token t = tokens.get(i);
      tokens.set(
          i,
          new Token(t.type(), t.offset(), t.length(), t.line(), t.column(), false, t.versioned()));
    }
    return tokens;
  }

  /// The tokens that servers take notice of: no space, no comment.
  public static List<Token> spoken(String text, SqlModes modes) {
    var tokens = new ArrayList<Token>();
    var lexer = new Lexer(text, modes);
    while (lexer.hasNext()) {
      Token token = lexer.next();
      if (!token.type().isSilent()) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  /// What ends statements at this place of the text.
  public String delimiter() {
    return delimiter.text();
  }

  @Override
  public boolean hasNext() {
    return at < text.length();
  }

  @Override
  public Token next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Token token = cut();
    remember(token);
    at = token.end();
    return token;
  }

  private void remember(Token token) {
    for (int i = token.offset(); i < token.end(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && Scan.at(text, i + 1) != '\n')) {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    if (!token.type().isSilent()) {
      fresh = token.type() == TokenType.DELIMITER || token.type() == TokenType.COMMAND;
      hintable = token.type() == TokenType.WORD && takesHints(token);
    }
    last = token;
  }

  private boolean takesHints(Token word) {
    return word.is(text, "SELECT")
        || word.is(text, "INSERT")
        || word.is(text, "UPDATE")
        || word.is(text, "DELETE")
        || word.is(text, "REPLACE");
  }

  private Token cut() {
    char c = text.charAt(at);
    char d = Scan.at(text, at + 1);
    if (Scan.isSpace(c)) {
      return token(TokenType.SPACE, Scan.space(text, at));
    }
    if (delimiter.standsAt(text, at)) {
      return token(TokenType.DELIMITER, at + delimiter.text().length());
    }
    return switch (c) {
      case '\'' -> quoted(TokenType.STRING, at, !modes.noBackslashEscapes());
      case '"' ->
          modes.ansiQuotes()
              ? quoted(TokenType.QUOTED_NAME, at, false)
              : quoted(TokenType.STRING, at, !modes.noBackslashEscapes());
      case '`' -> quoted(TokenType.QUOTED_NAME, at, false);
      case '#' -> token(TokenType.COMMENT, Scan.line(text, at));
      case '-' -> d == '-' && endsDashes() ? token(TokenType.COMMENT, Scan.line(text, at)) : sign();
      case '/' -> d == '*' ? comment() : sign();
      case '*' -> d == '/' && versions > 0 ? close() : sign();
      case '@' -> variable(d);
      case '.' -> Scan.isDigit(d) && !behindName() ? number() : token(TokenType.DOT, at + 1);
      case ',' -> token(TokenType.COMMA, at + 1);
      case '(' -> token(TokenType.OPEN, at + 1);
      case ')' -> token(TokenType.CLOSE, at + 1);
      case '?' -> token(TokenType.PLACEHOLDER, at + 1);
      case '\\' -> token(TokenType.ESCAPE, Math.min(at + 2, text.length()));
      default -> Scan.isNameChar(c) ? word(c, d) : sign();
    };
  }

  /// Two dashes begin a comment where a space follows; where a statement would begin the client
  /// takes them for one whatever follows, such as more dashes (mysql.cc, `add_line`).
  private boolean endsDashes() {
    return fresh || at + 2 >= text.length() || text.charAt(at + 2) <= ' ';
  }

  /// Whether the token just before, without a gap, is one that a dot and a name may follow.
  private boolean behindName() {
    return last != null
        && switch (last.type()) {
          case WORD, NAME, QUOTED_NAME, SYSTEM_VARIABLE -> true;
          default -> false;
        };
  }

  private Token token(TokenType type, int end) {
    return new Token(type, at, end - at, line, column, true, versions > 0);
  }

  private Token quoted(TokenType type, int quoteAt, boolean backslash) {
    int end = Scan.quoted(text, quoteAt, backslash);
    return new Token(type, at, Math.abs(end) - at, line, column, end >= 0, versions > 0);
  }

  private Token comment() {
    int digits = versionDigits();
    if (digits > 0) {
      Token open = token(TokenType.VERSION_OPEN, digits);
      versions++;
      return open;
    }
    int end = text.indexOf("*/", at + 2);
    var type = hintable && Scan.at(text, at + 2) == '+' ? TokenType.HINT : TokenType.COMMENT;
    int stop = end < 0 ? text.length() : end + 2;
    return new Token(type, at, stop - at, line, column, end >= 0, versions > 0);
  }

  /// The index behind `/*!` or `/*M!` and the five or six digits of a version; 0 for neither.
  private int versionDigits() {
    int from = text.startsWith("!", at + 2) ? at + 3 : text.startsWith("M!", at + 2) ? at + 4 : 0;
    if (from == 0) {
      return 0;
    }
    int end = Math.min(Scan.digits(text, from), from + 6);
    return end - from >= 5 ? end : from;
  }

  private Token close() {
    versions--;
    return token(TokenType.VERSION_CLOSE, at + 2);
  }

  private Token variable(char d) {
    if (d == '@') {
      return token(TokenType.SYSTEM_VARIABLE, systemName(at + 2));
    }
    boolean host =
        last != null
            && switch (last.type()) {
              case WORD, NAME, QUOTED_NAME, STRING -> true;
              default -> false;
            };
    var type = host ? TokenType.HOST : TokenType.USER_VARIABLE;
    if (d == '\'' || d == '"' || d == '`') {
      return quoted(type, at + 1, d != '`' && !modes.noBackslashEscapes());
    }
    int end = nameEnd(at + 1, true);
    return end == at + 1 ? token(TokenType.OPERATOR, end) : token(type, end);
  }

  private int systemName(int from) {
    int i = from;
    while (true) {
      int end = Scan.at(text, i) == '`' ? Math.abs(Scan.quoted(text, i, false)) : nameEnd(i, false);
      if (end == i || Scan.at(text, end) != '.') {
        return end;
      }
      char next = Scan.at(text, end + 1);
      if (next != '`' && !Scan.isNameChar(next)) {
        return end;
      }
      i = end + 1;
    }
  }

  private Token number() {
    int end = Scan.number(text, at);
    return end > 0
        ? token(TokenType.NUMBER, end)
        : token(TokenType.NAME, Math.max(nameEnd(-end, false), -end));
  }

  private Token word(char c, char d) {
    boolean behindDot = last != null && last.type() == TokenType.DOT;
    if (behindDot) {
      return token(TokenType.NAME, nameEnd(at, false));
    }
    if (c == '0' && (d == 'x' || d == 'b')) {
      int end = d == 'x' ? Scan.hexDigits(text, at + 2) : Scan.bits(text, at + 2);
      if (end > at + 2 && !Scan.isNameChar(Scan.at(text, end))) {
        return token(TokenType.BYTES, end);
      }
    }
    if (Scan.isDigit(c)) {
      return number();
    }
    if (d == '\'') {
      switch (c) {
        case 'x', 'X', 'b', 'B' -> {
          return quoted(TokenType.BYTES, at + 1, false);
        }
        case 'n', 'N' -> {
          return quoted(TokenType.STRING, at + 1, !modes.noBackslashEscapes());
        }
        default -> {}
      }
    }
    int end = nameEnd(at, false);
    if (c == '_' && Charsets.known(text.substring(at + 1, end).toLowerCase(Locale.ROOT))) {
      return token(TokenType.INTRODUCER, end);
    }
    Token word = token(TokenType.WORD, end);
    return fresh && word.is(text, "DELIMITER") ? command(word) : word;
  }

  private Token command(Token word) {
    int stop = Scan.line(text, word.end());
    String rest = text.substring(word.end(), stop).strip();
    if (rest.isEmpty() || !startsLine()) {
      return word;
    }
    delimiter = Delimiter.firstOf(rest);
    return token(TokenType.COMMAND, stop);
  }

  private boolean startsLine() {
    return last == null
        || (last.offset() == 0 && last.type() == TokenType.SPACE)
        || last.line() < line;
  }

  /// The end of a bare name; a delimiter such as `$$` ends it too, as it does in the client.
  private int nameEnd(int from, boolean dots) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean inName = Scan.isNameChar(c) || (dots && c == '.');
      if (!inName || delimiter.endsName(text, i)) {
        return i;
      }
      i++;
    }
    return i;
  }

  private Token sign() {
    int length = Operators.length(text, at);
    if (length > 0) {
      return token(TokenType.OPERATOR, at + length);
    }
    char c = text.charAt(at);
    if (c == ':' && Scan.isNameChar(Scan.at(text, at + 1)) && !behindName()) {
      return token(TokenType.PLACEHOLDER, nameEnd(at + 1, false));
    }
    return token(Operators.isSingle(c) ? TokenType.OPERATOR : TokenType.UNKNOWN, at + 1);
  }
}
