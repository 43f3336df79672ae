package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// The inner table of a nested loop is read whole for every row of the outer.
final class UnindexedJoin implements Insight {

  @Override
  public String id() {
    return "join.no-index";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.accesses(false)
        .filter(
            node -> Access.is(node, AccessMethod.TABLE_SCAN) && Access.repeatedInner(look, node))
        .filter(
            node -> look.tree().loops(node) * PlanTree.read(node) >= look.thresholds().scanRows())
        .map(node -> finding(look, node))
        .toList();
  }

  private Finding finding(Look look, PlanNode node) {
    double loops = look.tree().loops(node);
    return Finding.at(
        this,
        Severity.CRITICAL,
        node,
        "Table "
            + Look.name(node)
            + " is read whole again and again, once for each row joined before it.",
        "Does "
            + Look.name(node)
            + " have an index on its join column, with the same type and collation as the column it is compared to?",
        new Evidence("times read", loops),
        new Evidence("rows read in all", loops * PlanTree.read(node)));
  }
}
