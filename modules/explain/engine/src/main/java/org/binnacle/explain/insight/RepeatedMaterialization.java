package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.Flag;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// A temporary table that is made again and again.
final class RepeatedMaterialization implements Insight {

  @Override
  public String id() {
    return "cte.repeated";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node ->
            node.kind() instanceof NodeKind.Materialize
                && (node.has(Flag.INVALIDATED) || look.tree().loops(node) > 1),
        node -> finding(look, node));
  }

  private Finding finding(Look look, PlanNode node) {
    double times =
        node.has(Flag.INVALIDATED) && node.measured().isEmpty()
            ? look.tree().parent(node).map(up -> look.tree().loops(up)).orElse(1.0)
            : look.tree().loops(node);
    return Finding.at(
        this,
        times >= look.thresholds().repeats() ? Severity.CRITICAL : Severity.NOTICE,
        node,
        "A derived table or CTE is made again for rows of another table.",
        "Can it be written without the reference to the outer table (LATERAL), so that it is made once?",
        new Evidence("times made", times));
  }
}
