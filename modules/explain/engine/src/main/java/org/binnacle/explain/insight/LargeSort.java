package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Role;
import org.binnacle.kernel.Severity;

/// A sort of many rows.
final class LargeSort implements Insight {

  @Override
  public String id() {
    return "sort.filesort";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node -> node.kind() instanceof NodeKind.Sort && input(node) >= look.thresholds().scanRows(),
        node -> finding(look, node));
  }

  static double input(PlanNode node) {
    return node.children().isEmpty()
        ? PlanTree.rows(node).orElse(0)
        : node.children().stream()
            .filter(child -> child.role() != Role.PROJECTION)
            .mapToDouble(child -> PlanTree.rows(child).orElse(0))
            .sum();
  }

  private Finding finding(Look look, PlanNode node) {
    boolean limited =
        look.tree().parent(node).filter(up -> up.kind() instanceof NodeKind.Limit).isPresent()
            || (node.kind() instanceof NodeKind.Sort sort && sort.limit().isPresent());
    return Finding.at(
        this,
        limited ? Severity.WARNING : Severity.NOTICE,
        node,
        limited
            ? "All these rows are read and sorted, and only the first few are wanted."
            : "Many rows are sorted.",
        "An index that begins with the columns compared for equality and goes on with the sort columns gives the rows in order"
            + (limited ? ", and the server stops after the first few." : "."),
        new Evidence("rows sorted", input(node)));
  }
}
