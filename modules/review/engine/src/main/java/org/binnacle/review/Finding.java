package org.binnacle.review;

import java.util.Optional;
import org.binnacle.sql.Span;

/// What a rule has to say of a statement.
///
/// @param rule its id
/// @param statement number of the statement, from 0
/// @param span in the statement's text
/// @param object what it is about: a table, `table.column` or `table.index`; empty for none
/// @param step of the statement's plan that shows it
public record Finding(
    String rule,
    Level level,
    int statement,
    Span span,
    String message,
    Optional<Fix> fix,
    String object,
    Optional<String> step) {

  public Finding(
      String rule,
      Level level,
      int statement,
      Span span,
      String message,
      Optional<Fix> fix,
      String object) {
    this(rule, level, statement, span, message, fix, object, Optional.empty());
  }

  public Finding withLevel(Level level) {
    return new Finding(rule, level, statement, span, message, fix, object, step);
  }
}
