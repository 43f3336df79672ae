package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.IndexUse;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// Two indexes are read and their rows intersected.
final class IndexIntersection implements Insight {

  @Override
  public String id() {
    return "index.intersection";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node -> Access.is(node, AccessMethod.INDEX_MERGE) && intersects(node),
        node ->
            Finding.at(
                this,
                Severity.NOTICE,
                node,
                "Several indexes of "
                    + Look.name(node)
                    + " are read and only the rows found in all of them are kept.",
                "One index over the columns of both conditions finds these rows directly.",
                new Evidence("rows left", PlanTree.rows(node).orElse(0)),
                new Evidence("indexes read", indexes(node))));
  }

  private static boolean intersects(PlanNode node) {
    String name = node.index().map(IndexUse::name).orElse("");
    return node.label().startsWith("Intersect") || name.contains("intersect(");
  }

  private static double indexes(PlanNode node) {
    return node.children().isEmpty()
        ? node.index().map(index -> index.name().split(",", -1).length).orElse(2)
        : node.children().size();
  }
}
