package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.IndexUse;
import org.binnacle.kernel.Severity;

/// An index is used without a condition on its first column.
final class SkipScan implements Insight {

  @Override
  public String id() {
    return "index.skip-scan";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node -> Access.is(node, AccessMethod.SKIP_SCAN),
        node ->
            Finding.at(
                this,
                Severity.NOTICE,
                node,
                "Index "
                    + node.index().map(IndexUse::name).orElse("")
                    + " of "
                    + Look.name(node)
                    + " is used without a condition on its first column: one range for each value of it.",
                "Where the first column has many values, an index that begins with the column of the condition is better.",
                new Evidence("rows read", PlanTree.read(node))));
  }
}
