package org.binnacle.explain.compare;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.binnacle.explain.Measure;
import org.binnacle.explain.PlanNode;

/// What became of one step.
///
/// @param before the step in the first plan; empty where it was added
/// @param after the step in the second plan; empty where it was removed
public record Change(Kind kind, Optional<PlanNode> before, Optional<PlanNode> after) {

  /// How the step changed.
  public enum Kind {
    SAME,
    /// The same step at another place: under another parent, or on the other side of a join.
    MOVED,
    /// The same table read in another way, or the same join done in another way.
    CHANGED,
    ADDED,
    REMOVED
  }

  /// Whether the plan looks different for it.
  public boolean shape() {
    return kind != Kind.SAME;
  }

  /// Rows in all loops: as measured, else as estimated for one.
  public Delta rows() {
    return delta(Change::rows);
  }

  /// Milliseconds in all loops, with everything below.
  public Delta timeMs() {
    return delta(
        node -> node.measured().map(Measure.Measured::totalMs).orElse(OptionalDouble.empty()));
  }

  /// Cost with everything below, in the servers' own units.
  public Delta cost() {
    return delta(node -> node.estimate().cost());
  }

  private static OptionalDouble rows(PlanNode node) {
    return node.measured()
        .map(measured -> OptionalDouble.of(measured.allRows()))
        .orElse(node.estimate().rows());
  }

  private Delta delta(Function<PlanNode, OptionalDouble> number) {
    return new Delta(
        before.map(number).orElse(OptionalDouble.empty()),
        after.map(number).orElse(OptionalDouble.empty()));
  }
}
