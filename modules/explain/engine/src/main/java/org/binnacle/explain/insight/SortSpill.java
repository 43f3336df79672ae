package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.explain.Flag;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// A sort that did not fit in memory.
final class SortSpill implements Insight {

  @Override
  public String id() {
    return "sort.spill";
  }

  @Override
  public List<Finding> look(Look look) {
    var found = new ArrayList<Finding>();
    for (PlanNode node : look.nodes()) {
      double passes = node.traits().number("r_sort_passes").orElse(0);
      if (passes > 0) {
        found.add(
            finding(
                node,
                Severity.WARNING,
                "The sort did not fit in its memory and went to disk.",
                new Evidence("merge passes", passes)));
      } else if (node.kind() instanceof NodeKind.Sort sort
          && sort.limit().isEmpty()
          && !node.has(Flag.PRIORITY_QUEUE)) {
        double bytes = LargeSort.input(node) * look.thresholds().rowBytes();
        double buffer =
            look.facts().variables().containsKey("sort_buffer_size")
                ? buffer(look)
                : Double.MAX_VALUE;
        if (bytes > buffer) {
          found.add(
              finding(
                  node,
                  Severity.NOTICE,
                  "The sort may not fit in sort_buffer_size.",
                  new Evidence("bytes to sort, about", bytes)));
        }
      }
    }
    return found;
  }

  private static double buffer(Look look) {
    try {
      return Double.parseDouble(look.facts().variables().getOrDefault("sort_buffer_size", ""));
    } catch (NumberFormatException unreadable) {
      return look.thresholds().sortBufferBytes();
    }
  }

  private Finding finding(PlanNode node, Severity severity, String words, Evidence evidence) {
    return Finding.at(
        this,
        severity,
        node,
        words,
        "Sort fewer or narrower rows first. A larger sort_buffer_size helps only for this session: each sort takes its own.",
        evidence);
  }
}
