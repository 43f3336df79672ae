package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.Flag;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// A join that has no condition: every row of one side meets every row of the other.
final class CartesianProduct implements Insight {

  @Override
  public String id() {
    return "join.cartesian";
  }

  private static final double MANY = 1e6;

  @Override
  public List<Finding> look(Look look) {
    var found = new ArrayList<Finding>();
    for (PlanNode node : look.nodes()) {
      double pairs = pairs(look, node);
      if (node.kind() instanceof NodeKind.Join
          && pairs >= look.thresholds().scanRows()
          && unconditional(node)) {
        found.add(
            Finding.at(
                this,
                pairs >= MANY ? Severity.CRITICAL : Severity.WARNING,
                node,
                "Two tables are joined without a condition: every row of one meets every row of the other.",
                "Is a join condition missing in the statement, or does it compare columns of one table only?",
                new Evidence("pairs", pairs)));
      }
    }
    return found;
  }

  private static double pairs(Look look, PlanNode join) {
    if (join.children().size() != 2) {
      return 0;
    }
    PlanNode outer = join.children().getFirst();
    PlanNode inner = join.children().getLast();
    boolean both = PlanTree.rows(outer).orElse(0) > 1 && PlanTree.rows(inner).orElse(0) > 1;
    return both
        ? PlanTree.rows(outer).orElse(0) * PlanTree.rows(inner).orElse(0) * look.tree().loops(join)
        : 0;
  }

  /// A hash join says so itself; in other formats the condition would stand on the inner side.
  private static boolean unconditional(PlanNode join) {
    if (join.label().contains("(no condition)")) {
      return join.traits().conditions().filter().isEmpty();
    }
    boolean told =
        join.traits().conditions().lookup().isPresent()
            || join.traits().conditions().filter().isPresent();
    PlanNode inner = join.children().getLast();
    return !told
        && inner.kind() instanceof NodeKind.Access access
        && (access.method() == AccessMethod.TABLE_SCAN
            || access.method() == AccessMethod.INDEX_SCAN)
        && inner.children().isEmpty()
        && inner.traits().conditions().filter().isEmpty()
        && !inner.has(Flag.USING_WHERE);
  }
}
