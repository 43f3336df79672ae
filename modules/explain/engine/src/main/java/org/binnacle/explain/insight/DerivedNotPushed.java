package org.binnacle.explain.insight;

import java.util.List;
import java.util.Optional;
import org.binnacle.explain.Materialized;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// A condition on a derived table that is checked only after all of the table is made.
final class DerivedNotPushed implements Insight {

  @Override
  public String id() {
    return "derived.not-pushed";
  }

  private static final double FEW_ROWS = 1_000;

  @Override
  public List<Finding> look(Look look) {
    return look.nodes().stream()
        .filter(
            node ->
                node.kind() instanceof NodeKind.Access access
                    && !access.table().name().startsWith("<subquery"))
        .filter(DerivedNotPushed::derived)
        .filter(node -> condition(look, node).isPresent() && PlanTree.read(node) >= FEW_ROWS)
        .map(node -> finding(look, node))
        .toList();
  }

  private static boolean derived(PlanNode node) {
    return node.children().stream()
        .anyMatch(
            child ->
                child.kind() instanceof NodeKind.Materialize kept
                    && (kept.what() == Materialized.DERIVED || kept.what() == Materialized.CTE));
  }

  /// The outer condition, other than one that only sorts out NULL before a join.
  private static Optional<String> condition(Look look, PlanNode node) {
    return node.traits()
        .conditions()
        .filter()
        .or(
            () ->
                look.tree()
                    .parent(node)
                    .filter(up -> up.kind() instanceof NodeKind.Filter)
                    .flatMap(up -> up.traits().conditions().filter()))
        .filter(text -> !text.strip().replace("(", "").replace(")", "").endsWith("is not null"));
  }

  private Finding finding(Look look, PlanNode node) {
    boolean old =
        look.facts()
            .server()
            .map(server -> !server.mysqlAtLeast(8, 0, 22) && !server.mariaDb())
            .orElse(false);
    return Finding.at(
        this,
        PlanTree.read(node) >= look.thresholds().scanRows() ? Severity.WARNING : Severity.NOTICE,
        node,
        "All of " + Look.name(node) + " is made first; the condition on it is checked after.",
        old
            ? "This server cannot push the condition down (MySQL 8.0.22 and later can): write it inside the derived table."
            : "Can the condition stand inside the derived table? Window functions and LIMIT there keep the server from moving it.",
        new Evidence("rows made", PlanTree.read(node)));
  }
}
