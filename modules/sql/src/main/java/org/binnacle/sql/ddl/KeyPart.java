package org.binnacle.sql.ddl;

import java.util.Optional;
import org.binnacle.sql.Span;

/// A column or an expression of an index.
///
/// @param column its name; empty for an expression
/// @param expression with its brackets
/// @param prefix so many characters or bytes of it
public record KeyPart(
    String column,
    Optional<String> expression,
    Optional<Integer> prefix,
    boolean descending,
    Span span) {

  public boolean isColumn() {
    return expression.isEmpty();
  }

  public boolean isOn(String name) {
    return isColumn() && column.equalsIgnoreCase(name);
  }

  /// `name`, `name(10)`, `name DESC`, `(expression)`.
  public String shown() {
    return expression.orElse(column)
        + prefix.map(p -> "(" + p + ")").orElse("")
        + (descending ? " DESC" : "");
  }
}
