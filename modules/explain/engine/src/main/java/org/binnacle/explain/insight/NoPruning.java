package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// A partitioned table of which all partitions are read.
final class NoPruning implements Insight {

  @Override
  public String id() {
    return "partitions.all";
  }

  private static final int MANY = 8;

  @Override
  public List<Finding> look(Look look) {
    return look.each(node -> unpruned(look, node), node -> finding(look, node));
  }

  private static boolean unpruned(Look look, PlanNode node) {
    int read = read(node);
    int all = look.table(node).map(TableFacts::partitions).orElse(0);
    return read > 1 && (all > 0 ? read >= all : read >= MANY);
  }

  private static int read(PlanNode node) {
    return node.traits().detail("partitions").map(names -> names.split(",", -1).length).orElse(0);
  }

  private Finding finding(Look look, PlanNode node) {
    int all = look.table(node).map(TableFacts::partitions).orElse(0);
    return Finding.at(
        this,
        all > 0 ? Severity.WARNING : Severity.NOTICE,
        node,
        (all > 0 ? "All" : "Many") + " partitions of " + Look.name(node) + " are read.",
        "A condition on the bare partitioning column lets the server leave partitions out; a function around it may not.",
        new Evidence("partitions read", read(node)),
        new Evidence("partitions", all > 0 ? all : read(node)));
  }
}
