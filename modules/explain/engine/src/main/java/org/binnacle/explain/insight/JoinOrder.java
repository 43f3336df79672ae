package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Role;
import org.binnacle.kernel.Severity;

/// A join that begins with the side that is much larger.
final class JoinOrder implements Insight {

  @Override
  public String id() {
    return "join.order";
  }

  private static final double TIMES = 10;

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node ->
            node.kind() instanceof NodeKind.Join
                && first(node) >= look.thresholds().scanRows()
                && second(look, node) > 0
                && first(node) > TIMES * second(look, node),
        node ->
            Finding.at(
                this,
                Severity.NOTICE,
                node,
                "The join begins with the side that is much larger.",
                "Are the estimates of both sides right (ANALYZE TABLE)? An outer join, STRAIGHT_JOIN or a missing index on the larger side can force this order.",
                new Evidence("rows of the first side", first(node)),
                new Evidence("rows of the second side", second(look, node))));
  }

  private static double first(PlanNode join) {
    return join.children().stream()
        .filter(child -> child.role() == Role.OUTER || child.role() == Role.BUILD)
        .mapToDouble(child -> PlanTree.rows(child).orElse(0))
        .max()
        .orElse(0);
  }

  /// Rows of the second side as a whole: a lookup tells only the rows of one key, so the table's
  /// own number is needed for it.
  private static double second(Look look, PlanNode join) {
    for (PlanNode child : join.children()) {
      if (child.role() == Role.PROBE) {
        return PlanTree.rows(child).orElse(0);
      }
      if (child.role() == Role.INNER) {
        return look.table(child).map(table -> (double) table.rows().orElse(0)).orElse(0.0);
      }
    }
    return 0;
  }
}
