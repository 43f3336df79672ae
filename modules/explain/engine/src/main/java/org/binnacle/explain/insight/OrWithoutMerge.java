package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.kernel.Severity;

/// OR between different columns that makes the server read the whole table.
final class OrWithoutMerge implements Insight {

  @Override
  public String id() {
    return "condition.or";
  }

  private static final double FEW_ROWS = 1_000;

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node ->
            Access.scanned(node) >= FEW_ROWS
                && node.traits()
                    .conditions()
                    .filter()
                    .map(text -> new ConditionText(text).orOverColumns())
                    .orElse(false),
        node ->
            Finding.at(
                this,
                Severity.WARNING,
                node,
                "OR combines conditions on different columns, and the whole table is read.",
                "With an index on each of the columns the server can merge them; else write two SELECTs with UNION.",
                new Evidence("rows read", Access.scanned(node))));
  }
}
