package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.NodeKind;
import org.binnacle.kernel.Severity;

/// SELECT * where fewer columns could come from the index alone.
final class SelectStar implements Insight {
  private static final double FEW_ROWS = 1_000;

  @Override
  public String id() {
    return "select.star";
  }

  @Override
  public List<Finding> look(Look look) {
    if (!look.sql().star()) {
      return List.of();
    }
    return look.accesses(true)
        .filter(
            node ->
                Access.is(node, AccessMethod.INDEX_LOOKUP, AccessMethod.RANGE_SCAN)
                    && Access.throughSecondary(node))
        .filter(
            node ->
                look.tree()
                    .above(
                        node,
                        up ->
                            up.kind() instanceof NodeKind.Materialize
                                || up.kind() instanceof NodeKind.Subquery)
                    .isEmpty())
        .filter(node -> look.tree().loops(node) * PlanTree.read(node) >= FEW_ROWS)
        .map(
            node ->
                Finding.at(
                    this,
                    Severity.NOTICE,
                    node,
                    "All columns of "
                        + Look.name(node)
                        + " are asked for, so each row must be read behind its index entry.",
                    "Name the columns that are needed: with few of them the index alone may do.",
                    new Evidence("rows read", look.tree().loops(node) * PlanTree.read(node))))
        .toList();
  }
}
