package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.kernel.Severity;

/// A plan that was not run: its cost is not time.
final class EstimateOnly implements Insight {

  @Override
  public String id() {
    return "plan.estimate";
  }

  @Override
  public List<Finding> look(Look look) {
    if (look.plan().analysed() || look.plan().cost().isEmpty()) {
      return List.of();
    }
    return List.of(
        Finding.of(
            this,
            Severity.OK,
            "These are the optimizer's expectations; cost is its own unit and no time.",
            "EXPLAIN ANALYZE runs the statement and tells rows and time of each step.",
            new Evidence("cost", look.plan().cost().getAsDouble())));
  }
}
