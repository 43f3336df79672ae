package org.binnacle.sql.query;

import java.util.List;
import java.util.Optional;
import org.binnacle.sql.Span;

/// One side of a condition, or an expression of a clause.
///
/// @param columns all columns within it
/// @param text as the parser writes it; of a string literal the string itself
/// @param span where it stands, where that is known
public record Operand(Kind kind, List<ColumnUse> columns, String text, Optional<Span> span) {

  public enum Kind {
    COLUMN,
    STRING,
    NUMBER,
    NULL,
    /// `?`, `:name`, `@name`.
    PARAMETER,
    /// A call; `text` is its name in lower case.
    FUNCTION,
    /// Arithmetic and whatever else is computed of values.
    EXPRESSION,
    SUBQUERY,
    ROW
  }

  public Operand {
    columns = List.copyOf(columns);
  }

  public boolean isColumn() {
    return kind == Kind.COLUMN;
  }

  public boolean isLiteral() {
    return kind == Kind.STRING || kind == Kind.NUMBER || kind == Kind.NULL;
  }

  /// Known before the statement runs.
  public boolean isConstant() {
    return isLiteral() || kind == Kind.PARAMETER;
  }
}
