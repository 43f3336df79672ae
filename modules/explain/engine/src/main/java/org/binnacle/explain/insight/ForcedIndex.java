package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.kernel.Severity;

/// An index that the statement forces, and whether it is used.
final class ForcedIndex implements Insight {

  @Override
  public String id() {
    return "index.forced";
  }

  @Override
  public List<Finding> look(Look look) {
    var found = new ArrayList<Finding>();
    for (String index : look.sql().forcedIndexes()) {
      boolean used =
          look.nodes().stream()
              .anyMatch(
                  node ->
                      node.index()
                          .map(
                              use ->
                                  ("," + use.name().replace('(', ',').replace(')', ',') + ",")
                                      .contains("," + index + ","))
                          .orElse(false));
      found.add(
          Finding.of(
              this,
              used ? Severity.NOTICE : Severity.WARNING,
              used
                  ? "The statement forces index " + index + ", and it is used."
                  : "The statement forces index " + index + ", and the plan does not use it.",
              used
                  ? "Is it still the best one? Compare with the plan without the hint now and then: data changes, hints do not."
                  : "Can the index serve any condition of the statement, and does it still exist and is visible?",
              new Evidence("steps that use it", used ? 1 : 0)));
    }
    return found;
  }
}
