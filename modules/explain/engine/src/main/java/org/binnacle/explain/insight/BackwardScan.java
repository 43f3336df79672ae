package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.Flag;
import org.binnacle.kernel.Severity;

/// An index that is read backwards.
final class BackwardScan implements Insight {

  @Override
  public String id() {
    return "index.backward";
  }

  @Override
  public List<Finding> look(Look look) {
    boolean descending = look.mysqlAtLeast(8, 0, 0);
    return look.each(
        node -> node.has(Flag.BACKWARD_SCAN),
        node ->
            Finding.at(
                this,
                Severity.NOTICE,
                node,
                "An index of " + Look.name(node) + " is read backwards.",
                descending
                    ? "It is a little slower than forwards. Where it matters, an index with DESC columns is read forwards."
                    : "It is a little slower than forwards; MySQL 8.0 and MariaDB 10.8 have descending indexes.",
                new Evidence("entries read", PlanTree.read(node))));
  }
}
