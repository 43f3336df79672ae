package org.binnacle.explain.insight;

import java.util.Arrays;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.IndexUse;
import org.binnacle.explain.JoinAlgorithm;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Role;

/// Questions about steps that read tables, which several insights ask.
final class Access {
  private Access() {}

  static boolean is(PlanNode node, AccessMethod... methods) {
    return node.kind() instanceof NodeKind.Access access
        && Arrays.asList(methods).contains(access.method());
  }

  /// Whether it is (below filters) the inner side of a nested loop that runs too often.
  static boolean repeatedInner(Look look, PlanNode node) {
    if (look.tree().loops(node) <= look.thresholds().repeats()) {
      return false;
    }
    PlanNode at = node;
    var up = look.tree().parent(at);
    while (up.isPresent() && up.get().kind() instanceof NodeKind.Filter) {
      at = up.get();
      up = look.tree().parent(at);
    }
    return at.role() == Role.INNER
        && up.map(
                parent ->
                    parent.kind() instanceof NodeKind.Join join
                        && join.algorithm() == JoinAlgorithm.NESTED_LOOP)
            .orElse(false);
  }

  /// Whether rows are found by way of an index that is not the table itself and does not cover.
  static boolean throughSecondary(PlanNode node) {
    return node.index().map(Access::secondary).orElse(false);
  }

  private static boolean secondary(IndexUse index) {
    return !index.covering()
        && !index.name().equalsIgnoreCase("PRIMARY")
        && !index.name().startsWith("<");
  }

  /// Whether it reads a temporary table from which duplicates were taken.
  static boolean fromDuplicates(PlanNode node) {
    return node.children().stream()
        .anyMatch(
            child -> child.kind() instanceof NodeKind.Materialize kept && kept.deduplicated());
  }

  /// Rows that a condition is checked on after a scan: of a scan with a condition of its own, or of
  /// a filter right above a scan; 0 where there is none.
  static double scanned(PlanNode node) {
    if (is(node, AccessMethod.TABLE_SCAN, AccessMethod.INDEX_SCAN)) {
      return PlanTree.read(node);
    }
    if (node.kind() instanceof NodeKind.Filter && !node.children().isEmpty()) {
      PlanNode input = node.children().getFirst();
      return is(input, AccessMethod.TABLE_SCAN, AccessMethod.INDEX_SCAN) ? PlanTree.read(input) : 0;
    }
    return 0;
  }
}
