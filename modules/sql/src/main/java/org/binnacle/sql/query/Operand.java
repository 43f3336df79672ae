package org.binnacle.sql.query;

import java.util.List;
import java.util.Optional;
import org.binnacle.sql.Span;

/// One side of a condition, or an expression of a clause.
///
/// @param form of an EXPRESSION its operator (`+`, `AND`, `=`, `||`) or `cast`, `collate`, `case`,
///   `window`, `json`, `hex`, `temporal`, `any`; of a FUNCTION its name in lower case; else empty
/// @param columns all columns within it, those of subqueries left out
/// @param calls names of all functions called within it, in lower case; windows left out
/// @param parts arguments of a call, both sides of an operator, values of a row, results of CASE
/// @param text as the parser writes it; of a string literal the string itself
/// @param span where it stands, where that is known
public record Operand(
    Kind kind,
    String form,
    List<ColumnUse> columns,
    List<String> calls,
    List<Operand> parts,
    String text,
    Optional<Span> span) {

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
    calls = List.copyOf(calls);
    parts = List.copyOf(parts);
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

  /// Whether it is an expression of this operator or form.
  public boolean is(String operator) {
    return kind == Kind.EXPRESSION && form.equals(operator);
  }

  /// Whether it holds a call of an aggregate function, windows left out.
  public boolean hasAggregate() {
    return calls.stream().anyMatch(Aggregates::is);
  }
}
