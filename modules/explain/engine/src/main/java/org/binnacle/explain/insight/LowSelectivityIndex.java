package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// A large part of a table is read through an index row by row.
final class LowSelectivityIndex implements Insight {

  @Override
  public String id() {
    return "index.low-selectivity";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.accesses(true)
        .filter(
            node ->
                Access.is(node, AccessMethod.INDEX_LOOKUP, AccessMethod.RANGE_SCAN)
                    && Access.throughSecondary(node))
        .filter(
            node ->
                look.tree().loops(node) <= 1 && PlanTree.read(node) >= look.thresholds().scanRows())
        .filter(node -> percent(look, node) > look.thresholds().lowSelectivityPct())
        .map(node -> finding(look, node))
        .toList();
  }

  private static double percent(Look look, PlanNode node) {
    double rows = look.table(node).map(table -> (double) table.rows().orElse(0)).orElse(0.0);
    return rows <= 0 ? 0 : PlanTree.read(node) / rows * 100;
  }

  private Finding finding(Look look, PlanNode node) {
    return Finding.at(
        this,
        Severity.WARNING,
        node,
        "A large part of " + Look.name(node) + " is read through an index, one row at a time.",
        "The value is a common one. An index that covers the query avoids the rows; else a scan may be faster (compare with IGNORE INDEX).",
        new Evidence("rows read", PlanTree.read(node)),
        new Evidence("percent of the table", percent(look, node)));
  }
}
