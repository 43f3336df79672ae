package org.binnacle.sql;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes tokens with the spaces and line breaks of a layout. One pass; frames instead of
/// recursion.
final class LayoutWriter {

  private enum Shape {
    /// Clauses begin lines.
    QUERY,
    /// All on one line.
    INLINE,
    /// A list that is filled up to the width.
    WRAP,
    /// One item a line: the columns of a CREATE TABLE.
    ROWS,
    CASE
  }

  private static final class Frame {
    final Shape shape;
    final int indent;
    final int close;
    boolean between;
    boolean rows;

    Frame(Shape shape, int indent, int close) {
      this.shape = shape;
      this.indent = indent;
      this.close = close;
    }
  }

  private static final int SHORT_QUERY = 48;

  private final Layout layout;
  private final LayoutWords in;
  private final LayoutRoles roles;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private int lineStart;
  private int lineIndent;
  private String first = "";
  private boolean createTable;
  private boolean unary;

  LayoutWriter(Layout layout, LayoutWords in) {
    this.layout = layout;
    this.in = in;
    this.roles = new LayoutRoles(in);
    frames.push(new Frame(Shape.QUERY, 0, -1));
  }

  String write() {
    for (int i = 0; i < in.size(); i++) {
      before(i);
      out.append(
          in.type(i) == TokenType.WORD ? layout.cased(in.text(i), roles.isFixed(i)) : in.text(i));
      after(i);
    }
    return out.toString();
  }

  private Frame top() {
    return frames.element();
  }

  private void line(int indent) {
    while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    out.append('\n');
    lineStart = out.length();
    lineIndent = indent;
    out.repeat(' ', Math.min(indent, 40) * layout.indent());
  }

  private boolean atLineStart() {
    return out.substring(lineStart).isBlank();
  }

  private int column() {
    return out.length() - lineStart;
  }

  private boolean fits(int i, int j) {
    return column() + in.flat(i, j) <= layout.width();
  }

  private void before(int i) {
    Frame frame = top();
    if (i == 0) {
      return;
    }
    if (frame.close == i) {
      closing(frame, i);
      return;
    }
    if (in.isLineComment(i - 1) || (in.type(i) == TokenType.COMMENT && in.lineBefore(i))) {
      if (!atLineStart()) {
        line(continued(frame, i));
      }
      return;
    }
    if (atLineStart()) {
      return;
    }
    int indent = breakBefore(frame, i);
    if (indent >= 0) {
      line(indent);
    } else if (roles.spaced(i, unary)) {
      out.append(' ');
    }
  }

  private void closing(Frame frame, int i) {
    frames.pop();
    boolean broken = frame.shape != Shape.INLINE && frame.shape != Shape.WRAP;
    if (broken || in.isLineComment(i - 1)) {
      line(frame.shape == Shape.CASE ? frame.indent : Math.max(0, frame.indent - 1));
    } else if (in.type(i) == TokenType.WORD) {
      out.append(' ');
    }
  }

  private int continued(Frame frame, int i) {
    return breakBefore(frame, i) >= 0
        ? breakBefore(frame, i)
        : frame.indent + (frame.shape == Shape.QUERY && i > 0 && !first.isEmpty() ? 1 : 0);
  }

  /// The indent of the line that begins with this token, or -1 where none does.
  private int breakBefore(Frame frame, int i) {
    if (frame.shape == Shape.CASE) {
      return in.is(i, "WHEN") || in.is(i, "ELSE") ? frame.indent + 1 : -1;
    }
    if (frame.shape != Shape.QUERY || first.isEmpty()) {
      return -1;
    }
    boolean query = LayoutRoles.isQuery(first);
    if (query && roles.isClause(i)) {
      return frame.indent;
    }
    if (query && roles.isJoin(i)) {
      return frame.indent + 1;
    }
    return switch (in.word(i)) {
      case "AND" -> frame.between || !query ? -1 : frame.indent + 1;
      case "OR", "XOR" -> query && !in.is(i - 1, "CREATE") ? frame.indent + 1 : -1;
      default -> -1;
    };
  }

  private void after(int i) {
    Frame frame = top();
    TokenType type = in.type(i);
    unary = type == TokenType.OPERATOR && roles.isUnary(i);
    switch (type) {
      case OPEN -> open(i);
      case COMMA -> comma(frame, i);
      case DELIMITER -> {
        frames.clear();
        frames.push(new Frame(Shape.QUERY, 0, -1));
        first = "";
        createTable = false;
        if (i + 1 < in.size()) {
          line(0);
          line(0);
        }
      }
      case WORD -> word(frame, i);
      default -> {}
    }
    if (first.isEmpty() && (type == TokenType.WORD || type == TokenType.OPEN)) {
      first = type == TokenType.OPEN ? "(" : in.word(i);
    }
  }

  private void word(Frame frame, int i) {
    switch (in.word(i)) {
      case "BETWEEN" -> frame.between = true;
      case "AND" -> frame.between = false;
      case "TABLE" -> createTable |= first.equals("CREATE");
      case "SELECT", "SET" -> {
        if (frame.shape == Shape.QUERY
            && LayoutRoles.isQuery(first.isEmpty() ? in.word(i) : first)) {
          list(frame, i);
        }
      }
      case "FROM", "WHERE", "GROUP", "ORDER", "LIMIT", "HAVING", "VALUES", "ON" ->
          frame.rows = false;
      case "CASE" -> {
        int end = in.match(i);
        if (end > 0 && frame.shape != Shape.INLINE && !fits(i + 1, end)) {
          frames.push(new Frame(Shape.CASE, lineIndent, end));
        }
      }
      default -> {}
    }
  }

  /// The list behind SELECT or SET: one item a line where it is too long for one.
  private void list(Frame frame, int i) {
    int from = i + 1;
    while (in.type(from) == TokenType.HINT
        || in.is(from, "DISTINCT")
        || in.is(from, "ALL")
        || in.is(from, "SQL_NO_CACHE")
        || in.is(from, "SQL_CALC_FOUND_ROWS")
        || in.is(from, "STRAIGHT_JOIN")) {
      from++;
    }
    frame.rows = from < in.size() && !fits(i + 1, in.itemEnd(from, false));
    if (frame.rows && from == i + 1) {
      line(frame.indent + 1);
    }
  }

  private void comma(Frame frame, int i) {
    if (i + 1 >= in.size() || in.isLineComment(i + 1)) {
      return;
    }
    if (frame.shape == Shape.ROWS) {
      line(frame.indent);
    } else if (frame.rows && frame.shape == Shape.QUERY) {
      line(frame.indent + 1);
    } else if (frame.shape != Shape.INLINE && !fits(i + 1, in.itemEnd(i + 1, true))) {
      line(frame.shape == Shape.WRAP ? frame.indent : frame.indent + 1);
    }
  }

  private void open(int i) {
    int close = in.match(i);
    boolean query = in.is(i + 1, "SELECT") || in.is(i + 1, "WITH");
    boolean table = createTable && frames.size() == 1;
    if (close < 0) {
      frames.push(new Frame(Shape.WRAP, lineIndent + 1, -2));
    } else if (table) {
      createTable = false;
      frames.push(new Frame(Shape.ROWS, lineIndent + 1, close));
      line(lineIndent + 1);
    } else if (fits(i + 1, close) && (!query || in.flat(i, close) <= SHORT_QUERY)) {
      frames.push(new Frame(Shape.INLINE, lineIndent, close));
    } else if (top().shape == Shape.INLINE) {
      frames.push(new Frame(Shape.INLINE, lineIndent, close));
    } else if (query || hasConditions(i, close)) {
      frames.push(new Frame(Shape.QUERY, lineIndent + 1, close));
      line(lineIndent + 1);
    } else {
      frames.push(new Frame(Shape.WRAP, lineIndent + 1, close));
    }
  }

  private boolean hasConditions(int open, int close) {
    int at = open + 1;
    while (at < close) {
      if (in.is(at, "AND") || in.is(at, "OR")) {
        return true;
      }
      at = in.type(at) == TokenType.OPEN && in.match(at) > 0 ? in.match(at) + 1 : at + 1;
    }
    return false;
  }
}
