package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// Many rows are made only to be thrown away by OFFSET.
final class LargeOffset implements Insight {

  @Override
  public String id() {
    return "limit.offset";
  }

  @Override
  public List<Finding> look(Look look) {
    var found = new ArrayList<Finding>();
    for (PlanNode node : look.nodes()) {
      if (node.kind() instanceof NodeKind.Limit limit
          && limit.offset() >= look.thresholds().offset()) {
        found.add(finding(List.of(node.id()), limit.offset()));
      }
    }
    if (found.isEmpty() && look.sql().offset() >= look.thresholds().offset()) {
      found.add(finding(List.of(), look.sql().offset()));
    }
    return found;
  }

  private Finding finding(List<String> nodes, long offset) {
    return new Finding(
        id(),
        Severity.WARNING,
        nodes,
        "Rows before the wanted page are found and thrown away, more of them on each page.",
        List.of(new Evidence("rows thrown away", offset)),
        "Remember the last key of the page before and go on from there: WHERE id > last ORDER BY id LIMIT n.");
  }
}
