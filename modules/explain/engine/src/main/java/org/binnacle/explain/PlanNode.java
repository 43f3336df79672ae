package org.binnacle.explain;

import java.util.List;
import java.util.Optional;

/// One step of a plan.
///
/// @param id stable: made of the path of kinds, tables, indexes and ordinals, so the same step of
///   the same plan has the same id in another capture of the same format
/// @param kind what the step does
/// @param label the server's words where it has words for the step, else ours in the same style
/// @param role what the step does for its parent
/// @param estimate what the optimizer expected
/// @param measure what happened
/// @param traits conditions, flags and further details
/// @param raw where the step stands in the plan's raw text
/// @param children the steps that it takes rows from
public record PlanNode(
    String id,
    NodeKind kind,
    String label,
    Role role,
    Estimate estimate,
    Measure measure,
    Traits traits,
    TextRange raw,
    List<PlanNode> children) {
  public PlanNode {
    children = List.copyOf(children);
  }

  /// The table that the step reads or changes.
  public Optional<TableRef> table() {
    return switch (kind) {
      case NodeKind.Access access -> Optional.of(access.table());
      case NodeKind.Change change -> Optional.of(change.table());
      default -> Optional.empty();
    };
  }

  /// The index that the step reads.
  public Optional<IndexUse> index() {
    return kind instanceof NodeKind.Access access ? access.index() : Optional.empty();
  }

  public boolean has(Flag flag) {
    return traits.flags().contains(flag);
  }

  /// What was measured, where the step ran.
  public Optional<Measure.Measured> measured() {
    return measure instanceof Measure.Measured measured ? Optional.of(measured) : Optional.empty();
  }

  void addTo(List<PlanNode> all) {
    all.add(this);
    children.forEach(child -> child.addTo(all));
  }
}
