package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.Flag;
import org.binnacle.kernel.Severity;

/// A subquery that runs for each row although nothing in it depends on the row.
final class UncacheableSubquery implements Insight {

  @Override
  public String id() {
    return "subquery.uncacheable";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node -> node.has(Flag.UNCACHEABLE) && !node.has(Flag.DEPENDENT),
        node ->
            Finding.at(
                this,
                Severity.WARNING,
                node,
                "The result of a subquery cannot be kept, so it runs again for each row.",
                "Which part of it differs at each call: a user variable, RAND(), UUID(), a function not declared DETERMINISTIC?",
                new Evidence("times run", look.tree().loops(node))));
  }
}
