package org.binnacle.explain;

import java.util.OptionalDouble;

/// What the optimizer expected of a step; per loop, cost in the server's own unit.
///
/// @param rows rows that the step gives, after its own condition
/// @param examined rows that it reads
/// @param cost cost of the step with everything below it
/// @param firstRowCost cost until its first row
/// @param filteredPct part of the examined rows that is kept, 0 to 100
public record Estimate(
    OptionalDouble rows,
    OptionalDouble examined,
    OptionalDouble cost,
    OptionalDouble firstRowCost,
    OptionalDouble filteredPct) {
  public static final Estimate NONE =
      new Estimate(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  /// Rows that are read: the examined ones, or the given ones where a format tells only these.
  public OptionalDouble read() {
    return examined.isPresent() ? examined : rows;
  }
}
