package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// One step in which a large part of the time goes.
final class TimeConcentrated implements Insight {

  @Override
  public String id() {
    return "time.concentrated";
  }

  private static final double WORTH_MS = 1;
  private static final double LONG_MS = 100;

  @Override
  public List<Finding> look(Look look) {
    double whole = whole(look);
    return look.each(
        node -> whole >= WORTH_MS && share(look, node) >= look.thresholds().timeShare(),
        node -> finding(look, node, whole));
  }

  private static double whole(Look look) {
    return look.plan().roots().stream()
        .flatMap(root -> root.measured().stream())
        .mapToDouble(measured -> measured.totalMs().orElse(0))
        .max()
        .orElse(0);
  }

  /// The part of the measured time that the step itself takes; 0 where nothing is measured.
  static double share(Look look, PlanNode node) {
    double whole = whole(look);
    double self = node.measured().map(measured -> measured.selfMs().orElse(0)).orElse(0.0);
    return whole <= 0 ? 0 : Math.min(1, self / whole);
  }

  private Finding finding(Look look, PlanNode node, double whole) {
    double self = node.measured().map(measured -> measured.selfMs().orElse(0)).orElse(0.0);
    return Finding.at(
        this,
        whole >= LONG_MS ? Severity.WARNING : Severity.NOTICE,
        node,
        "Most of the time goes here.",
        "Begin with this step: what would make it read less or run less often?",
        new Evidence("ms in this step", self),
        new Evidence("ms in all", whole),
        new Evidence("times run", look.tree().loops(node)));
  }
}
