package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.JoinAlgorithm;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Role;
import org.binnacle.kernel.Severity;

/// A hash join whose build side is large.
final class LargeHashJoin implements Insight {

  @Override
  public String id() {
    return "join.hash-large";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.nodes().stream()
        .filter(
            node ->
                node.kind() instanceof NodeKind.Join join && join.algorithm() == JoinAlgorithm.HASH)
        .filter(node -> build(node) > look.thresholds().buildRows())
        .map(node -> finding(node))
        .toList();
  }

  static double build(PlanNode join) {
    return join.children().stream()
        .filter(child -> child.role() == Role.BUILD)
        .mapToDouble(child -> PlanTree.rows(child).orElse(0))
        .sum();
  }

  private Finding finding(PlanNode node) {
    return Finding.at(
        this,
        Severity.WARNING,
        node,
        "A hash join first reads many rows into memory, and goes to disk where join_buffer_size does not hold them.",
        "A hash join is right where most rows of both sides meet. Where few do, an index on the join column of the larger table lets the optimizer look them up instead.",
        new Evidence("rows on the build side", build(node)));
  }
}
