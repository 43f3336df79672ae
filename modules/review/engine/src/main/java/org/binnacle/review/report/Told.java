package org.binnacle.review.report;

import java.util.Optional;
import org.binnacle.review.Fix;
import org.binnacle.review.Level;

/// A finding at its place in a file.
///
/// @param line from 1
/// @param column from 1, in UTF-16 units
/// @param endLine of the last character
/// @param endColumn behind the last character
/// @param state whether it counts
/// @param step of the statement's plan that shows it
public record Told(
    String rule,
    Level level,
    String message,
    Optional<Fix> fix,
    int line,
    int column,
    int endLine,
    int endColumn,
    String object,
    State state,
    Optional<String> step) {

  public Told(
      String rule,
      Level level,
      String message,
      Optional<Fix> fix,
      int line,
      int column,
      int endLine,
      int endColumn,
      String object,
      State state) {
    this(
        rule,
        level,
        message,
        fix,
        line,
        column,
        endLine,
        endColumn,
        object,
        state,
        Optional.empty());
  }

  public enum State {
    /// It counts.
    OPEN,
    /// A comment in the script suppresses it.
    SUPPRESSED,
    /// The baseline has it.
    KNOWN
  }

  public Told as(State state) {
    return new Told(
        rule, level, message, fix, line, column, endLine, endColumn, object, state, step);
  }
}
