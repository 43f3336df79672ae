package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.NodeKind;
import org.binnacle.kernel.Severity;

/// Many rows are compared only to throw duplicates away.
final class LargeDeduplication implements Insight {

  @Override
  public String id() {
    return "semijoin.deduplication";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node ->
            node.kind() instanceof NodeKind.Deduplicate
                && LargeSort.input(node) >= look.thresholds().scanRows(),
        node -> {
          boolean weedout = node.kind() instanceof NodeKind.Deduplicate kind && kind.weedout();
          return Finding.at(
              this,
              Severity.NOTICE,
              node,
              weedout
                  ? "A semijoin finds the same rows many times and weeds them out by row id."
                  : "Many rows are found and only the different ones kept.",
              weedout
                  ? "An index on the subquery's column lets the server stop at the first match."
                  : "Is DISTINCT needed, or does a join multiply rows that EXISTS would not?",
              new Evidence("rows before", LargeSort.input(node)),
              new Evidence("rows after", PlanTree.rows(node).orElse(0)));
        });
  }
}
