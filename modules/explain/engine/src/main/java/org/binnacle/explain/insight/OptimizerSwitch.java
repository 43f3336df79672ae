package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.Flag;
import org.binnacle.explain.Materialized;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Role;
import org.binnacle.kernel.Severity;

/// An optimization that is switched off and would matter to this plan. Never says so of settings
/// whose meaning newer versions changed (hash_join, block_nested_loop), nor of those that are off
/// by default.
final class OptimizerSwitch implements Insight {

  @Override
  public String id() {
    return "optimizer.switch";
  }

  /// A flag of optimizer_switch and the step that it would matter to.
  private record Matter(String flag, Predicate<PlanNode> to) {}

  private static final List<Matter> MATTERS =
      List.of(
          new Matter(
              "index_condition_pushdown",
              node -> Access.throughSecondary(node) && node.has(Flag.USING_WHERE)),
          new Matter("derived_condition_pushdown", OptimizerSwitch::derived),
          new Matter("derived_merge", OptimizerSwitch::derived),
          new Matter("semijoin", OptimizerSwitch::dependent),
          new Matter("materialization", OptimizerSwitch::dependent),
          new Matter("subquery_cache", OptimizerSwitch::dependent),
          new Matter("index_merge", OptimizerSwitch::or),
          new Matter(
              "mrr",
              node -> Access.is(node, AccessMethod.RANGE_SCAN) && Access.throughSecondary(node)));

  @Override
  public List<Finding> look(Look look) {
    String switches = "," + look.facts().variables().getOrDefault("optimizer_switch", "") + ",";
    var found = new ArrayList<Finding>();
    for (Matter matter : MATTERS) {
      if (switches.contains("," + matter.flag + "=off,")) {
        look.nodes().stream()
            .filter(matter.to)
            .findFirst()
            .ifPresent(node -> found.add(finding(node, matter.flag)));
      }
    }
    return found;
  }

  private Finding finding(PlanNode node, String flag) {
    return Finding.at(
        this,
        Severity.NOTICE,
        node,
        flag + " is switched off in optimizer_switch, and this step could use it.",
        "Try SET SESSION optimizer_switch = '"
            + flag
            + "=on' and compare the plans; find out why it was switched off before changing it for all.",
        new Evidence("rows read", PlanTree.read(node)));
  }

  private static boolean derived(PlanNode node) {
    return node.kind() instanceof NodeKind.Materialize kept && kept.what() == Materialized.DERIVED;
  }

  private static boolean dependent(PlanNode node) {
    return node.kind() instanceof NodeKind.Subquery
        && node.has(Flag.DEPENDENT)
        && node.role() == Role.CONDITION;
  }

  private static boolean or(PlanNode node) {
    return Access.scanned(node) > 0
        && node.traits()
            .conditions()
            .filter()
            .map(text -> new ConditionText(text).orOverColumns())
            .orElse(false);
  }
}
