package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// An index read in many ranges, as a long IN list makes them.
final class LongRangeList implements Insight {

  @Override
  public String id() {
    return "range.long";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node -> ranges(node) >= look.thresholds().ranges(),
        node ->
            Finding.at(
                this,
                Severity.NOTICE,
                node,
                "The index of " + Look.name(node) + " is read in many ranges.",
                "From eq_range_index_dive_limit on (200 by default) rows are guessed from averages instead of looked up. Very long lists are better joined from a table.",
                new Evidence("ranges", ranges(node))));
  }

  /// The ranges told, and those told only by their number: `(148 more)`.
  static int ranges(PlanNode node) {
    List<String> ranges = node.traits().conditions().ranges();
    int count = ranges.size();
    if (!ranges.isEmpty()
        && ranges.getLast().endsWith(" more)")
        && ranges.getLast().startsWith("(")) {
      String number = ranges.getLast().substring(1, ranges.getLast().length() - " more)".length());
      if (!number.isEmpty() && number.length() < 9 && number.chars().allMatch(Character::isDigit)) {
        return count - 1 + Integer.parseInt(number);
      }
    }
    return count;
  }
}
