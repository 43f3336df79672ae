package org.binnacle.explain.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.binnacle.explain.Measure;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Role;
import org.binnacle.explain.insight.Finding;
import org.binnacle.kernel.Severity;

/// What every tab asks of a plan: parents, what a step weighs with and without what is below it,
/// how far its estimate was off, what was found at it. Made once, off the FX thread; immutable.
public final class Weights {

  /// What the weight of steps is counted in.
  public enum Unit {
    /// Milliseconds, where the plan was run.
    MS,
    /// The server's cost.
    COST,
    /// Rows read, where a format tells nothing else.
    ROWS
  }

  private final List<PlanNode> nodes;
  private final Unit unit;
  private final boolean perLoop;
  private final Map<String, PlanNode> byId = new HashMap<>();
  private final Map<String, PlanNode> parents = new HashMap<>();
  private final Map<String, Double> totals = new HashMap<>();
  private final Map<String, Double> selfs = new HashMap<>();
  private final Map<String, List<Finding>> found = new HashMap<>();
  private final double whole;

  public Weights(Plan plan, List<Finding> findings) {
    nodes = plan.nodes();
    perLoop = plan.format() == PlanFormat.TREE || plan.format() == PlanFormat.JSON_V2;
    unit = unit(nodes);
    for (PlanNode node : nodes) {
      byId.put(node.id(), node);
      node.children().forEach(child -> parents.put(child.id(), node));
    }
    double all = 0;
    for (PlanNode root : plan.roots()) {
      all += weigh(root, 1);
    }
    whole = all;
    for (Finding finding : findings) {
      for (String id : finding.nodes()) {
        found.computeIfAbsent(id, none -> new ArrayList<>()).add(finding);
      }
    }
  }

  private static Unit unit(List<PlanNode> nodes) {
    boolean timed =
        nodes.stream()
            .flatMap(node -> node.measured().stream())
            .anyMatch(measured -> measured.totalMs().orElse(0) > 0);
    boolean priced = nodes.stream().anyMatch(node -> node.estimate().cost().orElse(0) > 0);
    return timed ? Unit.MS : priced ? Unit.COST : Unit.ROWS;
  }

  /// @param loops how often the step is expected to start: trees tell the cost of one start
  private double weigh(PlanNode node, double loops) {
    double below = 0;
    double outer = 1;
    for (PlanNode child : node.children()) {
      boolean repeated =
          perLoop && child.role() == Role.INNER && node.kind() instanceof NodeKind.Join;
      double part = weigh(child, repeated ? loops * Math.max(1, outer) : loops);
      if (child.role() == Role.OUTER) {
        outer = child.estimate().rows().orElse(1);
      }
      below += child.role() == Role.PROJECTION ? 0 : part;
    }
    OptionalDouble own = own(node, loops);
    double total = unit == Unit.ROWS ? own.orElse(0) + below : own.orElse(below);
    double self =
        unit == Unit.ROWS ? own.orElse(0) : measuredSelf(node).orElse(Math.max(0, total - below));
    totals.put(node.id(), total);
    selfs.put(node.id(), self);
    return total;
  }

  private OptionalDouble own(PlanNode node, double loops) {
    return switch (unit) {
      case MS ->
          node.measure() instanceof Measure.NeverExecuted
              ? OptionalDouble.of(0)
              : node.measured().map(Measure.Measured::totalMs).orElse(OptionalDouble.empty());
      case COST -> {
        OptionalDouble cost = node.estimate().cost();
        yield cost.isPresent() ? OptionalDouble.of(cost.getAsDouble() * loops) : cost;
      }
      case ROWS -> node.estimate().read();
    };
  }

  private OptionalDouble measuredSelf(PlanNode node) {
    return unit == Unit.MS
        ? node.measured().map(Measure.Measured::selfMs).orElse(OptionalDouble.empty())
        : OptionalDouble.empty();
  }

  public List<PlanNode> nodes() {
    return nodes;
  }

  public Unit unit() {
    return unit;
  }

  public Optional<PlanNode> node(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<PlanNode> parent(PlanNode node) {
    return Optional.ofNullable(parents.get(node.id()));
  }

  /// The weight of all roots.
  public double whole() {
    return whole;
  }

  /// In all loops, with everything below.
  public double total(PlanNode node) {
    return totals.getOrDefault(node.id(), 0.0);
  }

  /// In all loops, without what is below.
  public double self(PlanNode node) {
    return selfs.getOrDefault(node.id(), 0.0);
  }

  /// The part of the whole that the step itself takes, 0 to 1.
  public double share(PlanNode node) {
    return whole <= 0 ? 0 : Math.min(1, self(node) / whole);
  }

  public List<Finding> findings(PlanNode node) {
    return found.getOrDefault(node.id(), List.of());
  }

  /// The worst that was found at a step; empty for nothing.
  public Optional<Severity> worst(PlanNode node) {
    return findings(node).stream().map(Finding::severity).min(Severity::compareTo);
  }

  /// From the heaviest root down, always into the heaviest child.
  public List<PlanNode> hotPath() {
    var path = new ArrayList<PlanNode>();
    List<PlanNode> next = nodes.stream().filter(node -> node.role() == Role.ROOT).toList();
    while (!next.isEmpty()) {
      PlanNode heaviest = next.getFirst();
      for (PlanNode one : next) {
        heaviest = total(one) > total(heaviest) ? one : heaviest;
      }
      path.add(heaviest);
      next = heaviest.children();
    }
    return path;
  }

  /// How many times more or fewer rows came than expected, per run; empty where it is not known.
  ///
  /// @return above 1 for more rows, below 1 for fewer
  public static OptionalDouble misjudged(PlanNode node) {
    if (node.measured().isEmpty() || node.estimate().rows().isEmpty()) {
      return OptionalDouble.empty();
    }
    double actual = node.measured().get().rows();
    double expected = node.estimate().rows().getAsDouble();
    double most = Math.max(actual, expected);
    double ratio = most / Math.max(1, Math.min(actual, expected));
    return OptionalDouble.of(actual >= expected ? Math.max(1, ratio) : 1 / Math.max(1, ratio));
  }
}
