package org.binnacle.sql.parse;

import java.util.Optional;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.Span;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;
import org.jspecify.annotations.Nullable;

/// Reads a long INSERT by its tokens: any tree of a statement of megabytes takes seconds and many
/// times its size (6.4 MB: 3 to 7 s).
final class BulkInsert {
  /// Shorter ones are read whole.
  static final int FROM_LENGTH = 32_768;

  private final String text;
  private int depth;
  private int rows;
  private int values;
  private int first;
  private int rowStart;
  private int firstEnd;
  private @Nullable Span uneven;
  private @Nullable Span broken;
  private boolean listed;
  private int tail = -1;
  private @Nullable Token last;

  private BulkInsert(String text) {
    this.text = text;
  }

  /// @param bulk the rows
  /// @param tail where what follows the rows begins; the text's length where nothing does
  /// @param broken a comma or bracket that has no value at its side
  record Found(Bulk bulk, int tail, Optional<Span> broken) {}

  /// Nothing where that is no INSERT or REPLACE with VALUES, or one that is cut off.
  static Optional<Found> in(String text, SqlModes modes) {
    var lexer = new Lexer(text, modes);
    var bulk = new BulkInsert(text);
    while (lexer.hasNext() && bulk.tail < 0) {
      Token token = lexer.next();
      if (!token.type().isSilent() && !bulk.accept(token)) {
        return Optional.empty();
      }
    }
    return bulk.found();
  }

  private Optional<Found> found() {
    if (rows == 0 || depth != 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Found(
            new Bulk(rows, first, Optional.ofNullable(uneven), firstEnd),
            tail < 0 ? text.length() : tail,
            Optional.ofNullable(broken)));
  }

  /// False where this turns out to be another statement.
  private boolean accept(Token token) {
    if (last == null && !token.is(text, "INSERT") && !token.is(text, "REPLACE")) {
      return false;
    }
    boolean head = !listed;
    if (head && depth == 0 && token.type() == TokenType.WORD) {
      if (token.is(text, "SELECT") || token.is(text, "SET") || token.is(text, "TABLE")) {
        return false;
      }
      listed = token.is(text, "VALUES") || token.is(text, "VALUE");
    } else if (listed) {
      row(token);
    } else if (token.type() == TokenType.OPEN) {
      depth++;
    } else if (token.type() == TokenType.CLOSE) {
      depth--;
    }
    last = token;
    return true;
  }

  private void row(Token token) {
    switch (token.type()) {
      case OPEN -> {
        if (depth++ == 0) {
          if (rows > 0 && !isComma(last)) {
            tail = token.offset();
            depth = 0;
            return;
          }
          values = 1;
          rowStart = token.offset();
        }
      }
      case CLOSE -> {
        if (isComma(last)) {
          broken = broken == null ? Span.of(token) : broken;
        }
        if (--depth == 0) {
          endRow(token);
        }
      }
      case COMMA -> {
        if (isComma(last) || (depth > 0 && last != null && last.type() == TokenType.OPEN)) {
          broken = broken == null ? Span.of(token) : broken;
        }
        if (depth == 1) {
          values++;
        }
      }
      default -> {
        if (depth == 0) {
          tail = token.offset();
        }
      }
    }
  }

  private void endRow(Token close) {
    boolean empty = last != null && last.type() == TokenType.OPEN && values == 1;
    int count = empty ? 0 : values;
    if (rows++ == 0) {
      first = count;
      firstEnd = close.end();
    } else if (count != first && uneven == null) {
      uneven = new Span(rowStart, close.end());
    }
  }

  private static boolean isComma(@Nullable Token token) {
    return token != null && token.type() == TokenType.COMMA;
  }
}
