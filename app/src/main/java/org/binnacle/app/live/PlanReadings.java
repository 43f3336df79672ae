package org.binnacle.app.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.TableRef;
import org.binnacle.explain.insight.Look;
import org.binnacle.explain.insight.Thresholds;
import org.binnacle.explain.live.Explained;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.review.live.PlanFacts;
import org.binnacle.review.live.PlanStep;

/// Plans of the explain engine as the review's values.
final class PlanReadings {
  private final Explained explained;
  private final Look look;
  private final List<PlanStep> steps = new ArrayList<>();

  private PlanReadings(Explained explained) {
    this.explained = explained;
    this.look = Look.at(explained.plan(), explained.facts(), Thresholds.shipped());
  }

  static PlanFacts of(Explained explained) {
    var reading = new PlanReadings(explained);
    explained.plan().roots().forEach(root -> reading.add(root, false));
    return new PlanFacts(
        explained.plan().raw(),
        explained.sent(),
        reading.steps,
        explained.plan().cost(),
        explained.warnings().stream().map(w -> w.words()).toList(),
        explained.at());
  }

  private void add(PlanNode node, boolean filtered) {
    steps.add(step(node, filtered));
    boolean filter = node.kind() instanceof NodeKind.Filter;
    node.children().forEach(child -> add(child, filter));
  }

  private PlanStep step(PlanNode node, boolean filtered) {
    Optional<TableInfo> table = node.table().map(TableRef::name).map(explained.tables()::get);
    String name = node.table().map(TableRef::name).orElse("");
    String base =
        table.map(TableInfo::name).or(() -> node.table().flatMap(TableRef::base)).orElse(name);
    boolean derived =
        node.children().stream().anyMatch(child -> child.kind() instanceof NodeKind.Materialize);
    Set<String> marks = new HashSet<>();
    node.traits().flags().forEach(flag -> marks.add(flag.name()));
    if (node.kind() instanceof NodeKind.Subquery subquery && subquery.dependent()) {
      marks.add("DEPENDENT");
    }
    boolean conditional =
        filtered
            || node.traits().conditions().filter().isPresent()
            || marks.contains("USING_WHERE");
    return new PlanStep(
        node.id(),
        node.kind().code(),
        node.label(),
        derived ? "" : name,
        derived ? "" : base,
        node.index().map(i -> i.name()).orElse(""),
        node.estimate().read().orElse(-1),
        loops(node),
        table
            .flatMap(
                t -> t.rows().isPresent() ? Optional.of(t.rows().getAsLong()) : Optional.empty())
            .orElse(-1L),
        conditional,
        marks,
        table.map(TableInfo::partitions).orElse(0),
        node.traits().detail("partitions").map(names -> names.split(",", -1).length).orElse(0));
  }

  /// A subquery runs as often as what is below it.
  private double loops(PlanNode node) {
    double own = look.tree().loops(node);
    if (node.kind() instanceof NodeKind.Subquery) {
      for (PlanNode child : node.children()) {
        own = Math.max(own, look.tree().loops(child));
      }
    }
    return own;
  }
}
