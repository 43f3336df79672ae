package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.JoinAlgorithm;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// The label "Block Nested Loop", which means something else on each server.
final class BlockNestedLoop implements Insight {

  @Override
  public String id() {
    return "join.block-nested-loop";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node ->
            node.kind() instanceof NodeKind.Join join
                && join.algorithm() == JoinAlgorithm.BLOCK_NESTED_LOOP,
        node -> finding(look, node));
  }

  private Finding finding(Look look, PlanNode join) {
    double pairs = 1;
    for (PlanNode child : join.children()) {
      pairs *= Math.max(1, PlanTree.read(child));
    }
    boolean hashed = look.mysqlAtLeast(8, 0, 20);
    boolean large = pairs >= look.thresholds().scanRows() * look.thresholds().repeats();
    return Finding.at(
        this,
        !hashed && large ? Severity.WARNING : Severity.NOTICE,
        join,
        hashed
            ? "The plan says block nested loop; this server runs it as a hash join."
            : "Rows are joined in blocks by comparing every pair.",
        next(look),
        new Evidence("pairs compared, at most", pairs));
  }

  private static String next(Look look) {
    if (look.mysqlAtLeast(8, 0, 20)) {
      return "Nothing to switch: the name in the plan is an old one.";
    }
    boolean maria =
        look.plan().format() == PlanFormat.MARIADB_JSON
            || look.facts().server().map(ServerVersion::mariaDb).orElse(false);
    return maria
        ? "Is there an index on the join column? MariaDB hashes the blocks where join_cache_level is 4 or more."
        : "Is there an index on the join column? MySQL 8.0.20 and later run this as a hash join.";
  }
}
