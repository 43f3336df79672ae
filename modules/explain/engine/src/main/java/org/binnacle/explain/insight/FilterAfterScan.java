package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// Rows that are read only to be thrown away by a condition.
final class FilterAfterScan implements Insight {

  @Override
  public String id() {
    return "scan.filtered-late";
  }

  private static final double FEW_ROWS = 1_000;

  @Override
  public List<Finding> look(Look look) {
    var found = new ArrayList<Finding>();
    look.accesses(true)
        .filter(FilterAfterScan::reads)
        .forEach(
            node -> {
              double read = PlanTree.read(node);
              OptionalDouble kept = kept(look, node);
              boolean measured = node.measured().isPresent();
              double few =
                  measured
                      ? look.thresholds().keptPctMeasured()
                      : look.thresholds().keptPctEstimated();
              if (read >= FEW_ROWS && kept.isPresent() && kept.getAsDouble() / read * 100 <= few) {
                found.add(finding(node, read, kept.getAsDouble(), measured));
              }
            });
    return found;
  }

  private static boolean reads(PlanNode node) {
    return Access.is(
        node,
        AccessMethod.TABLE_SCAN,
        AccessMethod.INDEX_SCAN,
        AccessMethod.RANGE_SCAN,
        AccessMethod.INDEX_LOOKUP);
  }

  /// The rows left per run: by the table's own condition, or by the filters above it.
  private static OptionalDouble kept(Look look, PlanNode node) {
    Optional<PlanNode> filter =
        look.tree().parent(node).filter(up -> up.kind() instanceof NodeKind.Filter);
    if (filter.isPresent()) {
      return PlanTree.rows(filter.get());
    }
    return node.traits().conditions().filter().isPresent()
        ? PlanTree.rows(node)
        : OptionalDouble.empty();
  }

  private Finding finding(PlanNode node, double read, double kept, boolean measured) {
    return Finding.at(
        this,
        measured ? Severity.WARNING : Severity.NOTICE,
        node,
        "Of the rows read from " + Look.name(node) + " the condition keeps next to none.",
        "An index that begins with the condition's columns reads only what is kept; columns compared for equality first.",
        new Evidence("rows read", read),
        new Evidence(measured ? "rows kept" : "rows kept, as estimated", kept));
  }
}
