package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// A table that is read whole, other than the inner side of a join, which has an insight of its
/// own.
final class FullScan implements Insight {

  @Override
  public String id() {
    return "scan.table";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.accesses(true)
        .filter(node -> Access.is(node, AccessMethod.TABLE_SCAN))
        .filter(node -> PlanTree.read(node) >= look.thresholds().scanRows())
        .filter(node -> !Access.repeatedInner(look, node))
        .map(node -> finding(look, node))
        .toList();
  }

  private Finding finding(Look look, PlanNode node) {
    double share = look.costShare(node);
    boolean serious =
        share >= look.thresholds().costShare()
            || TimeConcentrated.share(look, node) >= look.thresholds().timeShare();
    var evidence = new ArrayList<Evidence>();
    evidence.add(new Evidence("rows read", PlanTree.read(node)));
    if (share > 0) {
      evidence.add(new Evidence("percent of the cost", share * 100));
    }
    return Finding.at(
        this,
        serious ? Severity.WARNING : Severity.NOTICE,
        node,
        "Table " + Look.name(node) + " is read whole.",
        "Which columns does the condition on it use, and does an index begin with them? For most of"
            + " the rows a scan is right.",
        evidence.toArray(Evidence[]::new));
  }
}
