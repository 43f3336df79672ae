package org.binnacle.explain;

import java.util.OptionalDouble;

/// What happened in a step.
public sealed interface Measure {

  /// The plan was not run, or the server measures nothing here.
  record Unmeasured() implements Measure {}

  /// The plan was run and never came here.
  record NeverExecuted() implements Measure {}

  /// The step ran.
  ///
  /// @param rows rows given per loop
  /// @param examined rows read per loop, where it is told apart
  /// @param loops how often the step was started
  /// @param firstMs milliseconds until the first row, per loop
  /// @param totalMs milliseconds of all loops, with everything below
  /// @param selfMs milliseconds of all loops without what is below; never negative
  record Measured(
      double rows,
      OptionalDouble examined,
      double loops,
      OptionalDouble firstMs,
      OptionalDouble totalMs,
      OptionalDouble selfMs)
      implements Measure {

    /// Rows given in all loops.
    public double allRows() {
      return rows * loops;
    }
  }
}
