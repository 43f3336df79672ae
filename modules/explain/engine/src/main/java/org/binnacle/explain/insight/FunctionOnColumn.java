package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// A function around a column keeps the index on the column from being used.
final class FunctionOnColumn implements Insight {

  @Override
  public String id() {
    return "condition.function";
  }

  private static final double FEW_ROWS = 1_000;

  @Override
  public List<Finding> look(Look look) {
    var found = new ArrayList<Finding>();
    for (PlanNode node : look.nodes()) {
      double read = Access.scanned(node);
      var function =
          read <= 0
              ? Optional.<String>empty()
              : node.traits()
                  .conditions()
                  .filter()
                  .flatMap(text -> new ConditionText(text).functionOnColumn());
      if (function.isPresent()) {
        found.add(
            Finding.at(
                this,
                read >= FEW_ROWS ? Severity.WARNING : Severity.NOTICE,
                node,
                "The condition computes "
                    + function.get()
                    + "() of a column for every row; an index on the column is of no use to it.",
                "Compare the bare column with a range (created >= '2024-01-02' AND created < '2024-01-03'), or index the expression (MySQL 8.0.13) or a generated column.",
                new Evidence("rows computed", read)));
      }
    }
    return found;
  }
}
