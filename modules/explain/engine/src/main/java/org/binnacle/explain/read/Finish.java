package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.binnacle.explain.Conditions;
import org.binnacle.explain.Estimate;
import org.binnacle.explain.Measure;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Role;
import org.binnacle.explain.Traits;

/// Makes immutable nodes of drafts: gives ids, computes times, keeps the tree within its depth.
final class Finish {
  private int left = Bounds.NODES;

  /// Whether steps had to be left out because there were too many.
  boolean cut() {
    return left <= 0;
  }

  List<PlanNode> roots(List<Draft> drafts) {
    drafts.forEach(draft -> draft.role = Role.ROOT);
    var seen = new HashMap<Long, Integer>();
    var nodes = new ArrayList<PlanNode>();
    for (Draft draft : drafts) {
      if (left-- <= 0) {
        break;
      }
      nodes.add(node(draft, id(draft, 17L, seen), 0));
    }
    return nodes;
  }

  private PlanNode node(Draft draft, long id, int depth) {
    var seen = new HashMap<Long, Integer>();
    var children = new ArrayList<PlanNode>();
    for (Draft child : within(draft, depth)) {
      if (left-- <= 0) {
        break;
      }
      children.add(node(child, id(child, id, seen), depth + 1));
    }
    return new PlanNode(
        Long.toHexString(id),
        draft.kind,
        draft.label,
        draft.role,
        estimate(draft),
        measure(draft, children),
        new Traits(conditions(draft), draft.flags, draft.details),
        draft.raw,
        children);
  }

  /// The children; at the deepest level allowed all descendants hang side by side.
  private static List<Draft> within(Draft draft, int depth) {
    if (depth < Bounds.PLAN_DEPTH) {
      return draft.children;
    }
    var flat = new ArrayList<Draft>();
    var open = new ArrayList<>(draft.children.reversed());
    while (!open.isEmpty()) {
      Draft next = open.removeLast();
      flat.add(next);
      open.addAll(next.children.reversed());
      next.children.clear();
    }
    return flat;
  }

  private static long id(Draft draft, long parent, Map<Long, Integer> seen) {
    String key =
        draft.kind instanceof NodeKind.Access access
            ? access.code()
                + '\n'
                + access.table().name()
                + '\n'
                + access.index().map(i -> i.name()).orElse("")
            : draft.kind.code();
    long own = mix(parent, key);
    int ordinal = seen.merge(own, 1, Integer::sum);
    return ordinal == 1 ? own : mix(own, Integer.toString(ordinal));
  }

  private static long mix(long seed, String text) {
    long hash = seed ^ 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash ^ (hash >>> 29);
  }

  private static Estimate estimate(Draft draft) {
    return new Estimate(
        Draft.optional(draft.rows),
        Draft.optional(draft.examined),
        Draft.optional(draft.cost),
        Draft.optional(draft.firstRowCost),
        Draft.optional(draft.filteredPct));
  }

  private static Conditions conditions(Draft draft) {
    return new Conditions(
        Optional.ofNullable(draft.filter),
        Optional.ofNullable(draft.indexCondition),
        Optional.ofNullable(draft.lookup),
        draft.ranges);
  }

  private static Measure measure(Draft draft, List<PlanNode> children) {
    if (draft.neverExecuted) {
      return new Measure.NeverExecuted();
    }
    Double rows = draft.actualRows;
    if (rows == null) {
      return new Measure.Unmeasured();
    }
    double below = 0;
    for (PlanNode child : children) {
      if (child.role() != Role.PROJECTION) {
        below += total(child);
      }
    }
    OptionalDouble total = Draft.optional(draft.totalMs);
    OptionalDouble self = Draft.optional(draft.ownMs);
    if (total.isEmpty() && self.isPresent()) {
      total = OptionalDouble.of(self.getAsDouble() + below);
    } else if (total.isPresent() && self.isEmpty()) {
      // Averages are rounded to three digits: the children may seem to take longer than the whole.
      self = OptionalDouble.of(Math.max(0, total.getAsDouble() - below));
    }
    return new Measure.Measured(
        rows,
        Draft.optional(draft.actualExamined),
        draft.loops,
        Draft.optional(draft.firstMs),
        total,
        self);
  }

  /// The measured time of a node, or of what is below where the node itself is not measured.
  private static double total(PlanNode node) {
    if (node.measure() instanceof Measure.Measured measured && measured.totalMs().isPresent()) {
      return measured.totalMs().getAsDouble();
    }
    return node.children().stream()
        .filter(child -> child.role() != Role.PROJECTION)
        .mapToDouble(Finish::total)
        .sum();
  }
}
