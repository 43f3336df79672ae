package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// Something worth saying of a plan.
///
/// @param insight the id of the insight that found it
/// @param severity how much it matters
/// @param nodes the ids of the steps that it is about; empty where it is about the whole plan
/// @param words what is so
/// @param evidence the numbers behind it
/// @param next what to check or to do next
public record Finding(
    String insight,
    Severity severity,
    List<String> nodes,
    String words,
    List<Evidence> evidence,
    String next) {
  public Finding {
    nodes = List.copyOf(nodes);
    evidence = List.copyOf(evidence);
  }

  static Finding at(
      Insight insight,
      Severity severity,
      PlanNode node,
      String words,
      String next,
      Evidence... evidence) {
    return new Finding(insight.id(), severity, List.of(node.id()), words, List.of(evidence), next);
  }

  static Finding of(
      Insight insight, Severity severity, String words, String next, Evidence... evidence) {
    return new Finding(insight.id(), severity, List.of(), words, List.of(evidence), next);
  }
}
