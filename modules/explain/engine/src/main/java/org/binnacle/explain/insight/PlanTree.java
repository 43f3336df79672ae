package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.binnacle.explain.Flag;
import org.binnacle.explain.Measure;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Role;

/// The relations of a plan's steps: parents, and how often each step runs.
public final class PlanTree {
  private final List<PlanNode> nodes = new ArrayList<>();
  private final Map<String, PlanNode> parents = new HashMap<>();
  private final Map<String, Double> loops = new HashMap<>();

  private PlanTree() {}

  static PlanTree of(Plan plan) {
    var tree = new PlanTree();
    plan.roots().forEach(root -> tree.add(root, 1));
    return tree;
  }

  List<PlanNode> nodes() {
    return List.copyOf(nodes);
  }

  Optional<PlanNode> parent(PlanNode node) {
    return Optional.ofNullable(parents.get(node.id()));
  }

  /// How often the step runs: as measured, else as estimated from the rows that drive it.
  public double loops(PlanNode node) {
    return loops.getOrDefault(node.id(), 1.0);
  }

  /// Rows that the step gives per run: as measured, else as estimated.
  static OptionalDouble rows(PlanNode node) {
    return node.measure() instanceof Measure.Measured measured
        ? OptionalDouble.of(measured.rows())
        : node.estimate().rows();
  }

  /// Rows that the step reads per run: as measured, else as estimated.
  static double read(PlanNode node) {
    if (node.measure() instanceof Measure.Measured measured) {
      return measured.examined().orElse(measured.rows());
    }
    return node.estimate().read().orElse(0);
  }

  /// The nearest step above for which the condition holds.
  Optional<PlanNode> above(PlanNode node, Predicate<PlanNode> wanted) {
    for (var up = parent(node); up.isPresent(); up = parent(up.get())) {
      if (wanted.test(up.get())) {
        return up;
      }
    }
    return Optional.empty();
  }

  /// All steps below.
  static List<PlanNode> below(PlanNode node) {
    var found = new ArrayList<PlanNode>();
    var open = new ArrayList<>(node.children().reversed());
    while (!open.isEmpty()) {
      PlanNode next = open.removeLast();
      found.add(next);
      open.addAll(next.children().reversed());
    }
    return found;
  }

  private void add(PlanNode node, double runs) {
    double own = node.measure() instanceof Measure.Measured measured ? measured.loops() : runs;
    nodes.add(node);
    loops.put(node.id(), own);
    // Once for each parent: broken plans have parents with very many children.
    double outer = outer(node);
    double driving = driving(node);
    for (PlanNode child : node.children()) {
      parents.put(child.id(), node);
      add(child, childRuns(node, child, own, outer, driving));
    }
  }

  private static double childRuns(
      PlanNode parent, PlanNode child, double runs, double outer, double driving) {
    if (parent.kind() instanceof NodeKind.Join && child.role() == Role.INNER) {
      return runs * Math.max(1, outer);
    }
    if (child.role() == Role.PROJECTION) {
      return child.has(Flag.DEPENDENT) ? runs * Math.max(1, rows(parent).orElse(1)) : 1;
    }
    if (child.role() == Role.CONDITION) {
      return child.has(Flag.DEPENDENT) ? runs * Math.max(1, driving) : 1;
    }
    boolean again = child.has(Flag.INVALIDATED) || child.has(Flag.DEPENDENT);
    return child.kind() instanceof NodeKind.Materialize && !again ? 1 : runs;
  }

  private static double outer(PlanNode join) {
    double outer = 1;
    for (PlanNode child : join.children()) {
      outer = child.role() == Role.OUTER ? rows(child).orElse(1) : outer;
    }
    return outer;
  }

  /// Rows that a subquery in a condition is run for: those that come in.
  private static double driving(PlanNode parent) {
    for (PlanNode child : parent.children()) {
      if (child.role() != Role.PROJECTION && child.role() != Role.CONDITION) {
        return rows(child).orElse(1);
      }
    }
    return read(parent);
  }
}
