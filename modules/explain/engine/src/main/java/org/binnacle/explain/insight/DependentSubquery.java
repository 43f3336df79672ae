package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.Flag;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Role;
import org.binnacle.kernel.Severity;

/// A subquery that runs again for each row of the outer query.
final class DependentSubquery implements Insight {

  @Override
  public String id() {
    return "subquery.dependent";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node ->
            node.kind() instanceof NodeKind.Subquery
                && dependent(node)
                && runs(look, node) >= look.thresholds().repeats(),
        node -> finding(look, node));
  }

  private static boolean dependent(PlanNode node) {
    return node.has(Flag.DEPENDENT)
        || (node.kind() instanceof NodeKind.Subquery subquery && subquery.dependent());
  }

  private static double runs(Look look, PlanNode node) {
    double runs = node.measured().isPresent() ? 0 : look.tree().loops(node);
    for (PlanNode child : node.children()) {
      runs =
          child.measured().isPresent()
              ? child.measured().get().loops()
              : Math.max(runs, look.tree().loops(child));
    }
    return runs;
  }

  private Finding finding(Look look, PlanNode node) {
    boolean projected = node.role() == Role.PROJECTION;
    return Finding.at(
        this,
        Severity.CRITICAL,
        node,
        projected
            ? "A subquery in the select list runs once for each row of the result."
            : "A subquery runs again for each row that its condition is checked on.",
        projected
            ? "Join the table, or a derived table grouped by the outer column, and every row is found in one go."
            : "Rewritten as a join or as EXISTS over an indexed column it can run once; check that the columns' types are equal.",
        new Evidence("times run", runs(look, node)));
  }
}
