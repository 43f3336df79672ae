package org.binnacle.explain.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.binnacle.explain.IndexUse;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.TableRef;
import org.jspecify.annotations.Nullable;

/// Finds for each step of one plan the step of another that does the same: first by id (kind,
/// table, index and place), then by kind, table and index, then by table or by being a join.
final class Alignment {
  private final List<PlanNode> before;
  private final List<PlanNode> after;
  private final Map<String, PlanNode> pairs = new HashMap<>();
  private final Map<String, PlanNode> back = new HashMap<>();
  private final Map<String, PlanNode> parentsBefore;
  private final Map<String, PlanNode> parentsAfter;

  Alignment(Plan before, Plan after) {
    this.before = before.nodes();
    this.after = after.nodes();
    parentsBefore = parents(this.before);
    parentsAfter = parents(this.after);
    pair(node -> Optional.of(node.id()));
    pair(node -> Optional.of(sameWork(node)));
    pair(Alignment::sameTable);
    pair(node -> node.kind() instanceof NodeKind.Join ? Optional.of("join") : Optional.empty());
  }

  private static Map<String, PlanNode> parents(List<PlanNode> nodes) {
    var parents = new HashMap<String, PlanNode>();
    for (PlanNode node : nodes) {
      node.children().forEach(child -> parents.put(child.id(), node));
    }
    return parents;
  }

  List<Change> changes() {
    var changes = new ArrayList<Change>();
    for (PlanNode node : after) {
      PlanNode old = back.get(node.id());
      changes.add(
          old == null
              ? new Change(Change.Kind.ADDED, Optional.empty(), Optional.of(node))
              : new Change(kind(old, node), Optional.of(old), Optional.of(node)));
    }
    for (PlanNode node : before) {
      if (!pairs.containsKey(node.id())) {
        changes.add(new Change(Change.Kind.REMOVED, Optional.of(node), Optional.empty()));
      }
    }
    return changes;
  }

  private Change.Kind kind(PlanNode old, PlanNode node) {
    if (!sameWork(old).equals(sameWork(node))) {
      return Change.Kind.CHANGED;
    }
    PlanNode oldParent = pairedAbove(old, parentsBefore, pairs);
    PlanNode parent = pairedAbove(node, parentsAfter, back);
    PlanNode wanted = oldParent == null ? null : pairs.get(oldParent.id());
    boolean stays =
        wanted == null ? parent == null : parent != null && wanted.id().equals(parent.id());
    return stays && old.role() == node.role() ? Change.Kind.SAME : Change.Kind.MOVED;
  }

  private static @Nullable PlanNode pairedAbove(
      PlanNode node, Map<String, PlanNode> parents, Map<String, PlanNode> paired) {
    PlanNode up = parents.get(node.id());
    while (up != null && !paired.containsKey(up.id())) {
      up = parents.get(up.id());
    }
    return up;
  }

  /// Pairs what is still alone on both sides and has the same key, in the order of the plans.
  private void pair(Function<PlanNode, Optional<String>> key) {
    Map<String, Deque<PlanNode>> waiting = new HashMap<>();
    for (PlanNode node : before) {
      if (!pairs.containsKey(node.id())) {
        key.apply(node)
            .ifPresent(k -> waiting.computeIfAbsent(k, any -> new ArrayDeque<>()).add(node));
      }
    }
    for (PlanNode node : after) {
      if (!back.containsKey(node.id())) {
        PlanNode old = key.apply(node).map(waiting::get).map(Deque::poll).orElse(null);
        if (old != null) {
          pairs.put(old.id(), node);
          back.put(node.id(), old);
        }
      }
    }
  }

  private static String sameWork(PlanNode node) {
    return node.kind().code()
        + '\n'
        + node.table().map(TableRef::name).orElse("")
        + '\n'
        + node.index().map(IndexUse::name).orElse("");
  }

  private static Optional<String> sameTable(PlanNode node) {
    return node.kind() instanceof NodeKind.Access access
        ? Optional.of(access.table().name())
        : Optional.empty();
  }
}
