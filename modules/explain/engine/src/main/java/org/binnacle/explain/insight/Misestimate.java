package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.Flag;
import org.binnacle.explain.Measure;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// The lowest step at which the optimizer expected another number of rows than came.
final class Misestimate implements Insight {
  private static final double NEARLY_ALL = 0.8;

  @Override
  public String id() {
    return "rows.misestimate";
  }

  @Override
  public List<Finding> look(Look look) {
    var wrong = new HashSet<String>();
    var found = new ArrayList<Finding>();
    // From the last node back: a step comes after all that is below it.
    for (PlanNode node : look.nodes().reversed()) {
      boolean below = node.children().stream().anyMatch(child -> wrong.contains(child.id()));
      double ratio = ratio(look, node);
      if (below || ratio >= look.thresholds().misestimate()) {
        wrong.add(node.id());
      }
      if (!below && ratio >= look.thresholds().misestimate()) {
        found.addFirst(finding(look, node, ratio));
      }
    }
    return found;
  }

  /// Larger over smaller of expected and found rows; 0 where they cannot be compared.
  private static double ratio(Look look, PlanNode node) {
    if (!(node.measure() instanceof Measure.Measured measured)
        || node.estimate().rows().isEmpty()) {
      return 0;
    }
    double actual = measured.rows();
    double expected = node.estimate().rows().getAsDouble();
    double most = Math.max(actual, expected);
    if (most * measured.loops() < look.thresholds().misestimateRows()
        || Early.stopped(look, node)
        || (actual < expected && bounded(look, node))) {
      return 0;
    }
    return most / Math.max(1, Math.min(actual, expected));
  }

  /// Steps that may give fewer rows than their estimate for reasons that no statistics know: a sort
  /// that keeps the first few, duplicates taken out, and on MariaDB, whose plans show no LIMIT, a
  /// scan that was stopped, with all that reads from it.
  private static boolean bounded(Look look, PlanNode node) {
    boolean limited =
        switch (node.kind()) {
          case NodeKind.Sort sort -> sort.limit().isPresent() || node.has(Flag.PRIORITY_QUEUE);
          case NodeKind.Materialize kept -> kept.deduplicated();
          case NodeKind.Access access -> Access.fromDuplicates(node);
          default -> false;
        };
    return limited
        || (look.plan().format() == PlanFormat.MARIADB_JSON
            && (stopped(node) || PlanTree.below(node).stream().anyMatch(Misestimate::stopped)));
  }

  private static boolean stopped(PlanNode node) {
    return Access.is(node, AccessMethod.TABLE_SCAN, AccessMethod.INDEX_SCAN)
        && node.measured().isPresent()
        && PlanTree.read(node) < node.estimate().read().orElse(0) * NEARLY_ALL;
  }

  private Finding finding(Look look, PlanNode node, double ratio) {
    double expected = node.estimate().rows().orElse(0);
    double actual = PlanTree.rows(node).orElse(0);
    return Finding.at(
        this,
        ratio >= look.thresholds().severeMisestimate() ? Severity.CRITICAL : Severity.WARNING,
        node,
        "The optimizer expected "
            + (expected > actual ? "far more" : "far fewer")
            + " rows here than came.",
        "ANALYZE TABLE; for a column without an index or with uneven values a histogram (ANALYZE TABLE ... UPDATE HISTOGRAM ON column).",
        new Evidence("rows expected, per run", expected),
        new Evidence("rows found, per run", actual),
        new Evidence("times off", ratio));
  }
}
