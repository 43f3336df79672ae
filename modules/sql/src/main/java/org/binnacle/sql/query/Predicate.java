package org.binnacle.sql.query;

import java.util.List;
import java.util.Optional;
import org.binnacle.sql.Span;

/// One condition of WHERE, ON or HAVING, between AND and OR.
///
/// @param operator of a comparison: `=`, `<=>`, `<>`, `<`, ...
/// @param right the values of IN, both ends of BETWEEN, one side of others
/// @param negated NOT before it, or `NOT IN` and the like
/// @param underOr whether it stands below an OR
/// @param group conditions of the same number stand side by side below the same AND or OR
/// @param byOr whether it is an OR that they stand below, NOT before the brackets reckoned with
public record Predicate(
    Kind kind,
    String operator,
    Operand left,
    List<Operand> right,
    boolean negated,
    boolean underOr,
    int group,
    boolean byOr,
    Optional<Span> span) {

  public enum Kind {
    COMPARE,
    LIKE,
    REGEXP,
    IN,
    BETWEEN,
    IS_NULL,
    EXISTS,
    /// A bare value: `WHERE 1`, `WHERE a`.
    VALUE,
    OTHER
  }

  public Predicate {
    right = List.copyOf(right);
  }

  public Optional<Operand> value() {
    return right.isEmpty() ? Optional.empty() : Optional.of(right.getFirst());
  }
}
