package org.binnacle.review.statistics;

import java.time.LocalDate;
import java.util.OptionalDouble;

/// What one author wrote, or what was found in one project, in a day, week or month.
///
/// @param from the first day
/// @param name of the author or project; empty for nobody known
/// @param statements that were reviewed, each file counted once
/// @param found findings that came new
/// @param errors those of them at level error
/// @param fixed findings that were not seen any more
public record TrendPoint(
    LocalDate from, String name, int statements, int found, int errors, int fixed) {

  /// Nothing where no statement was reviewed.
  public OptionalDouble foundPerHundred() {
    return statements == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * found / statements);
  }
}
