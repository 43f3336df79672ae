package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.IndexUse;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// An index that is read from one end to the other.
final class FullIndexScan implements Insight {

  @Override
  public String id() {
    return "scan.index";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.accesses(true)
        .filter(node -> Access.is(node, AccessMethod.INDEX_SCAN))
        .filter(node -> PlanTree.read(node) >= look.thresholds().scanRows())
        .map(node -> finding(node))
        .toList();
  }

  private Finding finding(PlanNode node) {
    boolean covering = node.index().map(IndexUse::covering).orElse(false);
    return Finding.at(
        this,
        covering ? Severity.NOTICE : Severity.WARNING,
        node,
        "Index "
            + node.index().map(IndexUse::name).orElse("")
            + " of "
            + Look.name(node)
            + " is read whole"
            + (covering ? "." : ", and the row behind each entry too."),
        covering
            ? "Fine where every entry is needed; else a condition on the first column of the index makes it a range."
            : "It is read for its order. Does an index with the grouping or sorting columns first and the others behind them avoid the rows?",
        new Evidence("entries read", PlanTree.read(node)));
  }
}
