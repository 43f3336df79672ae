package org.binnacle.explain.insight;

import java.util.List;
import java.util.Optional;
import org.binnacle.explain.Plan;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.kernel.Severity;

/// The plan of a running thread is not the one that the statement gets now.
final class StalePlan implements Insight {

  @Override
  public String id() {
    return "plan.stale";
  }

  @Override
  public List<Finding> look(Look look) {
    Optional<Plan> fresh = look.facts().fresh();
    if (fresh.isEmpty()) {
      return List.of();
    }
    long changes =
        Comparison.of(look.plan(), fresh.get()).changes().stream()
            .filter(change -> change.shape())
            .count();
    if (changes == 0) {
      return List.of();
    }
    return List.of(
        Finding.of(
            this,
            Severity.WARNING,
            "The running thread has another plan than the same statement gets now.",
            "Statistics have changed since it started, or its session has other variables. Compare the two plans before killing it: started anew it may be faster, or slower.",
            new Evidence("steps that differ", changes)));
  }
}
