package org.binnacle.explain.compare;

import java.util.List;
import java.util.OptionalDouble;
import org.binnacle.explain.Measure;
import org.binnacle.explain.Plan;

/// Two plans of one statement, step by step.
///
/// @param changes every step of both plans once: those of the second in its order, then those that
///   were removed
/// @param cost the cost of the whole
/// @param timeMs the measured time of the whole
public record Comparison(List<Change> changes, Delta cost, Delta timeMs) {
  public Comparison {
    changes = List.copyOf(changes);
  }

  public static Comparison of(Plan before, Plan after) {
    return new Comparison(
        new Alignment(before, after).changes(),
        new Delta(before.cost(), after.cost()),
        new Delta(time(before), time(after)));
  }

  /// Whether both plans do the same, whatever it costs.
  public boolean sameShape() {
    return changes.stream().noneMatch(Change::shape);
  }

  /// Whether no step of one is a step of the other: hardly plans of one statement.
  public boolean apart() {
    return !changes.isEmpty()
        && changes.stream()
            .allMatch(
                change ->
                    change.kind() == Change.Kind.ADDED || change.kind() == Change.Kind.REMOVED);
  }

  private static OptionalDouble time(Plan plan) {
    return plan.roots().stream()
        .flatMap(root -> root.measured().stream())
        .map(Measure.Measured::totalMs)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .max();
  }
}
