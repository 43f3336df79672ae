package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.NodeKind;
import org.binnacle.kernel.Severity;

/// A part of the plan that gives no rows, known before it runs.
final class NoRowsPossible implements Insight {

  @Override
  public String id() {
    return "rows.none";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node -> node.kind() instanceof NodeKind.NoRows,
        node ->
            Finding.at(
                this,
                Severity.NOTICE,
                node,
                "No rows can come from here: " + ((NodeKind.NoRows) node.kind()).reason() + ".",
                "This explains an empty result. Is a condition contradictory, or a value outside the column's range?",
                new Evidence("rows", 0)));
  }
}
