package org.binnacle.explain.insight;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;

/// What an insight looks at: the plan with its relations, what else is known, and from where on to
/// speak.
public record Look(Plan plan, PlanTree tree, Facts facts, Thresholds thresholds, SqlText sql) {

  public static Look at(Plan plan, Facts facts, Thresholds thresholds) {
    return new Look(plan, PlanTree.of(plan), facts, thresholds, SqlText.of(facts.sql()));
  }

  public List<PlanNode> nodes() {
    return tree.nodes();
  }

  /// The steps that read a table, other than the server's own temporary ones where `base`.
  Stream<PlanNode> accesses(boolean base) {
    return nodes().stream()
        .filter(
            node ->
                node.kind() instanceof NodeKind.Access access
                    && !(base && temporary(node, access)));
  }

  /// Derived tables and CTEs go by their own names in trees: what is filled from below is
  /// temporary.
  private static boolean temporary(PlanNode node, NodeKind.Access access) {
    return access.table().internal()
        || node.children().stream().anyMatch(child -> child.kind() instanceof NodeKind.Materialize);
  }

  List<Finding> each(Predicate<PlanNode> wanted, Function<PlanNode, Finding> found) {
    return nodes().stream().filter(wanted).map(found).toList();
  }

  /// The version is known to be at least this MySQL.
  boolean mysqlAtLeast(int major, int minor, int patch) {
    return facts.server().map(server -> server.mysqlAtLeast(major, minor, patch)).orElse(false);
  }

  /// The cost of the step as part of the cost of the whole; 0 where it is not known.
  double costShare(PlanNode node) {
    double whole = plan.cost().orElse(0);
    double own =
        node.estimate().cost().orElse(0) * (node.measured().isPresent() ? 1 : tree.loops(node));
    return whole <= 0 ? 0 : Math.min(1, own / whole);
  }

  /// The name of the table that a step reads; its words where it reads none.
  static String name(PlanNode node) {
    return node.table().map(table -> table.name()).orElse(node.label());
  }

  /// The facts of the table that a step reads.
  Optional<TableFacts> table(PlanNode node) {
    return node.table()
        .map(
            table ->
                facts
                    .tables()
                    .getOrDefault(
                        table.name(), facts.tables().get(table.base().orElse(table.name()))));
  }
}
