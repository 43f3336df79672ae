package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.kernel.Severity;

/// LIKE with a wildcard in front.
final class LeadingWildcard implements Insight {

  @Override
  public String id() {
    return "condition.leading-wildcard";
  }

  private static final double FEW_ROWS = 1_000;

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node ->
            Access.scanned(node) > 0
                && node.traits()
                    .conditions()
                    .filter()
                    .map(text -> new ConditionText(text).leadingWildcard())
                    .orElse(false),
        node ->
            Finding.at(
                this,
                Access.scanned(node) >= FEW_ROWS ? Severity.WARNING : Severity.NOTICE,
                node,
                "LIKE begins with a wildcard: no index can find the place to start.",
                "A full-text index finds words; for endings a generated column with the text reversed can be indexed.",
                new Evidence("rows compared", Access.scanned(node))));
  }
}
