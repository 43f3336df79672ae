package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.AggregateMethod;
import org.binnacle.explain.Materialized;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// Many rows go through a temporary table for grouping, DISTINCT or UNION.
final class TemporaryTable implements Insight {

  @Override
  public String id() {
    return "temp.table";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node -> temporary(node) && LargeSort.input(node) >= look.thresholds().scanRows(),
        node -> finding(look, node));
  }

  private static boolean temporary(PlanNode node) {
    return switch (node.kind()) {
      case NodeKind.TempTable table -> true;
      case NodeKind.Aggregate aggregate -> aggregate.method() == AggregateMethod.TEMP_TABLE;
      case NodeKind.Materialize kept ->
          kept.what() == Materialized.SET_OPERATION && kept.deduplicated();
      default -> false;
    };
  }

  private Finding finding(Look look, PlanNode node) {
    double rows = LargeSort.input(node);
    boolean union = node.kind() instanceof NodeKind.Materialize;
    return Finding.at(
        this,
        rows >= look.thresholds().scanRows() * 10 ? Severity.WARNING : Severity.NOTICE,
        node,
        union
            ? "UNION keeps all rows in a temporary table to find the equal ones."
            : "Many rows go through a temporary table.",
        union
            ? "Where rows cannot be equal, UNION ALL needs no temporary table."
            : "An index in the order of GROUP BY or DISTINCT avoids it. Large BLOB and TEXT columns send it to disk.",
        new Evidence("rows written to it", rows));
  }
}
