package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.Flag;
import org.binnacle.kernel.Severity;

/// The index is chosen anew for each row of the outer table.
final class ReplannedEachRow implements Insight {

  @Override
  public String id() {
    return "range.replanned";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node -> node.has(Flag.REPLANNED),
        node ->
            Finding.at(
                this,
                Severity.WARNING,
                node,
                "No index of "
                    + Look.name(node)
                    + " is good in itself; the server thinks again for each row joined before it.",
                "Compare columns of the same type with = instead of a range between two tables, or index the column that is compared.",
                new Evidence("times planned", look.tree().loops(node))));
  }
}
