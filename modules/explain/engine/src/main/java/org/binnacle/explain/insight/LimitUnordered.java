package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.kernel.Severity;

/// LIMIT without ORDER BY: which rows come is not settled.
final class LimitUnordered implements Insight {

  @Override
  public String id() {
    return "limit.unordered";
  }

  @Override
  public List<Finding> look(Look look) {
    if (!look.sql().limitWithoutOrder()) {
      return List.of();
    }
    boolean changes = look.sql().changes();
    return List.of(
        Finding.of(
            this,
            changes ? Severity.WARNING : Severity.NOTICE,
            changes
                ? "LIMIT without ORDER BY in a changing statement: which rows are changed is not settled, and may differ on a replica with statement format."
                : "LIMIT without ORDER BY: which rows come may change with the plan.",
            "Add ORDER BY over a unique key where it matters which rows come.",
            new Evidence("rows wanted", look.sql().limit())));
  }
}
