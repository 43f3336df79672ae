package org.binnacle.explain.mouth;

import java.util.List;
import java.util.Optional;
import org.binnacle.explain.Plan;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.insight.Finding;

/// All that a mouth tells: the plan, what was found in it, and what changed since another plan.
///
/// @param plan the plan
/// @param findings what was found, worst first
/// @param comparison the changes from an earlier plan to this one
public record Told(Plan plan, List<Finding> findings, Optional<Comparison> comparison) {
  public Told {
    findings = List.copyOf(findings);
  }
}
