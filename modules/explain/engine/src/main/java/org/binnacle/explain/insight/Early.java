package org.binnacle.explain.insight;

import java.util.Optional;
import org.binnacle.explain.AggregateMethod;
import org.binnacle.explain.Flag;
import org.binnacle.explain.JoinAlgorithm;
import org.binnacle.explain.JoinType;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Role;

/// Whether a step was stopped before its end, so that its rows say nothing of its estimate.
final class Early {
  private Early() {}

  /// Below a LIMIT, on the inner side of a semijoin or antijoin, or in EXISTS, with nothing between
  /// that reads its input to the end.
  static boolean stopped(Look look, PlanNode node) {
    PlanNode at = node;
    for (Optional<PlanNode> up = look.tree().parent(at);
        up.isPresent();
        up = look.tree().parent(at)) {
      if (stops(up.get(), at)) {
        return true;
      }
      if (finishes(up.get(), at)) {
        return false;
      }
      at = up.get();
    }
    return false;
  }

  private static boolean stops(PlanNode parent, PlanNode child) {
    boolean matched =
        parent.kind() instanceof NodeKind.Join join
            && (join.type() == JoinType.SEMI
                || join.type() == JoinType.ANTI
                || parent.has(Flag.FIRST_MATCH))
            && child.role() == Role.INNER;
    boolean asked = parent.kind() instanceof NodeKind.Subquery && parent.role() == Role.CONDITION;
    return matched || asked || parent.kind() instanceof NodeKind.Limit;
  }

  private static boolean finishes(PlanNode parent, PlanNode child) {
    return switch (parent.kind()) {
      case NodeKind.Sort sort -> true;
      case NodeKind.Aggregate aggregate -> aggregate.method() != AggregateMethod.ORDERED_GROUPS;
      case NodeKind.Materialize kept -> true;
      case NodeKind.TempTable table -> true;
      case NodeKind.Join join ->
          join.algorithm() == JoinAlgorithm.HASH && child.role() == Role.BUILD;
      default -> false;
    };
  }
}
