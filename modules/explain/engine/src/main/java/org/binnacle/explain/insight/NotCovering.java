package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.Flag;
import org.binnacle.explain.IndexUse;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// Many entries of an index are followed to their rows.
final class NotCovering implements Insight {

  @Override
  public String id() {
    return "index.not-covering";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.accesses(true)
        .filter(
            node ->
                Access.is(
                    node,
                    AccessMethod.INDEX_LOOKUP,
                    AccessMethod.RANGE_SCAN,
                    AccessMethod.INDEX_SCAN))
        .filter(node -> Access.throughSecondary(node) && !node.has(Flag.MULTI_RANGE_READ))
        .filter(node -> lookups(look, node) >= look.thresholds().lookups())
        .map(node -> finding(look, node))
        .toList();
  }

  private static double lookups(Look look, PlanNode node) {
    return look.tree().loops(node) * PlanTree.read(node);
  }

  private Finding finding(Look look, PlanNode node) {
    String columns = node.traits().detail("used_columns").orElse("");
    return Finding.at(
        this,
        Severity.NOTICE,
        node,
        "Each entry found in index "
            + node.index().map(IndexUse::name).orElse("")
            + " of "
            + Look.name(node)
            + " is followed to its row.",
        columns.isEmpty()
            ? "An index that also holds the other columns the query needs saves these reads."
            : "An index that holds all of " + columns + " saves these reads.",
        new Evidence("rows followed", lookups(look, node)));
  }
}
