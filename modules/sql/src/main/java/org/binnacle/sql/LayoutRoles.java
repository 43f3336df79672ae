package org.binnacle.sql;

/// What the words of a statement are for its layout: clauses, joins, operators, and where a space
/// stands between two of them. Pure; looks at a few neighbours only.
final class LayoutRoles {
  private final LayoutWords in;

  LayoutRoles(LayoutWords in) {
    this.in = in;
  }

  /// Words that are not reserved, where they can only be keywords.
  boolean isFixed(int i) {
    return in.is(i, "DUPLICATE") && in.is(i - 1, "ON") && in.is(i + 1, "KEY");
  }

  /// Whether the clauses of statements that begin with this word stand on lines of their own.
  static boolean isQuery(String word) {
    return switch (word) {
      case "SELECT",
          "WITH",
          "INSERT",
          "REPLACE",
          "UPDATE",
          "DELETE",
          "EXPLAIN",
          "DESC",
          "DESCRIBE",
          "CREATE",
          "VALUES",
          "TABLE",
          "(",
          "ANALYZE" ->
          true;
      default -> false;
    };
  }

  /// Whether a clause begins with this token.
  boolean isClause(int i) {
    return switch (in.word(i)) {
      case "SELECT" -> !in.is(i - 1, "EXPLAIN") && !in.is(i - 1, "ANALYZE");
      case "FROM" ->
          !in.is(i - 1, "DELETE") && !in.is(i - 1, "DISTINCT") && !in.is(i - 1, "IGNORE");
      case "WHERE", "HAVING", "LIMIT", "UNION", "EXCEPT", "INTERSECT" -> true;
      case "WINDOW" -> in.is(i + 2, "AS");
      case "GROUP", "ORDER" -> in.is(i + 1, "BY");
      case "ON" -> in.is(i + 1, "DUPLICATE");
      case "SET" ->
          in.type(i - 1) != TokenType.SPACE
              && !in.is(i - 1, "CHARACTER")
              && !in.is(i - 1, "DELETE")
              && !in.is(i - 1, "UPDATE");
      case "VALUES" -> in.type(i + 1) == TokenType.OPEN && !in.is(i - 1, "IN");
      case "FOR" -> in.is(i + 1, "UPDATE") || in.is(i + 1, "SHARE");
      default -> false;
    };
  }

  /// Whether a join begins with this token.
  boolean isJoin(int i) {
    return switch (in.word(i)) {
      case "STRAIGHT_JOIN" -> !in.is(i - 1, "SELECT");
      case "JOIN" ->
          switch (in.word(i - 1)) {
            case "LEFT", "RIGHT", "INNER", "OUTER", "CROSS", "NATURAL" -> false;
            default -> true;
          };
      case "LEFT", "RIGHT" ->
          !in.is(i - 1, "NATURAL") && (in.is(i + 1, "JOIN") || in.is(i + 1, "OUTER"));
      case "INNER", "CROSS" -> !in.is(i - 1, "NATURAL") && in.is(i + 1, "JOIN");
      case "NATURAL" -> true;
      default -> false;
    };
  }

  /// Whether a space stands between this token and the one before.
  ///
  /// @param unary whether the one before is an operator with nothing on its left
  boolean spaced(int i, boolean unary) {
    TokenType left = in.type(i - 1);
    TokenType right = in.type(i);
    if (right == TokenType.COMMA || left == TokenType.OPEN || right == TokenType.CLOSE) {
      return false;
    }
    if (in.spaceBefore(i)) {
      return right != TokenType.DELIMITER;
    }
    if (right == TokenType.OPEN && left != TokenType.COMMA) {
      return left == TokenType.OPERATOR ? !unary : left == TokenType.WORD && takesBracket(i - 1);
    }
    if (left == TokenType.COMMA) {
      return right != TokenType.VERSION_CLOSE;
    }
    if (left == TokenType.CLOSE) {
      return right == TokenType.WORD || isSpacedOperator(i);
    }
    return isSpacedOperator(i) || (isSpacedOperator(i - 1) && !unary);
  }

  /// Words before which a bracket is no call.
  private boolean takesBracket(int i) {
    return switch (in.word(i)) {
      case "IN",
          "AND",
          "OR",
          "NOT",
          "ON",
          "WHERE",
          "FROM",
          "SELECT",
          "HAVING",
          "BY",
          "AS",
          "EXISTS",
          "THEN",
          "WHEN",
          "ELSE",
          "OVER",
          "JOIN",
          "BETWEEN",
          "LIKE",
          "UNION",
          "ALL",
          "VALUES",
          "USING",
          "KEY" ->
          true;
      default -> false;
    };
  }

  private boolean isSpacedOperator(int i) {
    if (in.type(i) != TokenType.OPERATOR || in.type(i - 1) == TokenType.DOT) {
      return false;
    }
    return switch (in.text(i)) {
      case "=",
          "<",
          ">",
          "<=",
          ">=",
          "<>",
          "!=",
          "<=>",
          ":=",
          "||",
          "&&",
          "+",
          "-",
          "*",
          "/",
          "%" ->
          true;
      default -> false;
    };
  }

  /// Whether the operator has nothing on its left, as the sign of a number.
  boolean isUnary(int i) {
    return switch (in.type(i - 1)) {
      case OPEN, COMMA, OPERATOR, SPACE -> true;
      case WORD -> Keywords.MYSQL.isReserved(in.text(i - 1));
      default -> false;
    };
  }
}
