package org.binnacle.diagnosis.lock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Makes trees of a graph that may have several blockers a waiter, and cycles. Everybody is placed
/// once, as near to a root as there is a way, so that the depth tells how many have to end first.
final class TreeBuilder {
  private final Map<Who, Party> parties = new HashMap<>();
  private final List<LockWait> waits;
  private final Map<Who, List<LockWait>> waitsOf = new LinkedHashMap<>();
  private final Map<Who, Set<Who>> blockers = new HashMap<>();
  private final Map<Who, Set<Who>> waiters = new HashMap<>();
  private final Map<Who, List<Who>> children = new HashMap<>();
  private final Set<Who> placed = new HashSet<>();

  TreeBuilder(Collection<Party> known, List<LockWait> waits) {
    known.forEach(party -> parties.put(party.who(), party));
    this.waits =
        waits.stream()
            .filter(wait -> wait.blocker().filter(wait.waiter()::equals).isEmpty())
            .distinct()
            .toList();
    for (LockWait wait : this.waits) {
      waitsOf.computeIfAbsent(wait.waiter(), who -> new ArrayList<>()).add(wait);
      wait.blocker()
          .ifPresent(
              blocker -> {
                blockers.computeIfAbsent(wait.waiter(), who -> new LinkedHashSet<>()).add(blocker);
                waiters.computeIfAbsent(blocker, who -> new LinkedHashSet<>()).add(wait.waiter());
              });
    }
  }

  LockTree build() {
    var all = new TreeSet<Who>(waitsOf.keySet());
    all.addAll(waiters.keySet());
    var roots = new ArrayList<Who>();
    for (Who who : all) {
      if (blockers.getOrDefault(who, Set.of()).isEmpty()) {
        roots.add(who);
      }
    }
    place(roots);
    var cycles = new HashSet<Who>();
    while (placed.size() < all.size()) {
      Who root = ofCycle(all);
      cycles.add(root);
      roots.add(root);
      place(List.of(root));
    }
    Set<Who> inCycle = cycles.isEmpty() ? Set.of() : members(cycles);
    List<LockNode> nodes = new ArrayList<>(roots.stream().map(who -> node(who, inCycle)).toList());
    nodes.sort(
        Comparator.comparingLong((LockNode node) -> node.sumWaitedUs() + node.waitedUs())
            .reversed()
            .thenComparing(Comparator.comparingInt(LockNode::blocks).reversed())
            .thenComparing(LockNode::who));
    return new LockTree(nodes, waits);
  }

  /// Breadth first from all roots at once, so that nobody is placed deeper than need be.
  private void place(List<Who> roots) {
    var open = new ArrayDeque<Who>();
    for (Who root : roots) {
      placed.add(root);
      open.add(root);
    }
    while (!open.isEmpty()) {
      Who blocker = open.poll();
      for (Who waiter : waiters.getOrDefault(blocker, Set.of())) {
        if (placed.add(waiter)) {
          children.computeIfAbsent(blocker, who -> new ArrayList<>()).add(waiter);
          open.add(waiter);
        }
      }
    }
  }

  /// One of those that are not placed and wait for nobody but each other: whoever has the fewest
  /// before himself can't be behind a cycle, only in one. Among the members of that cycle it is the
  /// one that most wait for.
  private Who ofCycle(Set<Who> all) {
    Set<Who> smallest = Set.of();
    for (Who who : all) {
      if (!placed.contains(who)) {
        Set<Who> before = before(who);
        if (smallest.isEmpty() || before.size() < smallest.size()) {
          smallest = before;
        }
      }
    }
    return smallest.stream()
        .max(
            Comparator.comparingInt((Who who) -> waiters.getOrDefault(who, Set.of()).size())
                .thenComparing(Comparator.<Who>reverseOrder()))
        .orElseThrow();
  }

  /// Everybody for whom one waits, through others too; himself only where he is in a cycle.
  private Set<Who> before(Who who) {
    var found = new LinkedHashSet<Who>();
    var open = new ArrayDeque<Who>(blockers.getOrDefault(who, Set.of()));
    while (!open.isEmpty()) {
      Who blocker = open.poll();
      if (found.add(blocker)) {
        open.addAll(blockers.getOrDefault(blocker, Set.of()));
      }
    }
    return found;
  }

  private Set<Who> members(Set<Who> cycles) {
    var members = new HashSet<Who>();
    cycles.forEach(root -> members.addAll(before(root)));
    return members;
  }

  /// Children first, without recursion: a chain can be longer than a stack.
  private LockNode node(Who root, Set<Who> inCycle) {
    var order = new ArrayList<Who>();
    Map<Who, Integer> depth = new HashMap<>();
    var open = new ArrayDeque<Who>(List.of(root));
    depth.put(root, 0);
    while (!open.isEmpty()) {
      Who who = open.pop();
      order.add(who);
      for (Who child : children.getOrDefault(who, List.of())) {
        depth.put(child, depth.getOrDefault(who, 0) + 1);
        open.push(child);
      }
    }
    Map<Who, LockNode> made = new HashMap<>();
    for (Who who : order.reversed()) {
      made.put(who, one(who, depth.getOrDefault(who, 0), inCycle.contains(who), made));
    }
    return java.util.Objects.requireNonNull(made.get(root));
  }

  private LockNode one(Who who, int depth, boolean cycle, Map<Who, LockNode> made) {
    List<LockNode> below =
        children.getOrDefault(who, List.of()).stream()
            .map(made::get)
            .sorted(
                Comparator.comparingLong(LockNode::waitedUs)
                    .reversed()
                    .thenComparing(LockNode::who))
            .toList();
    List<LockWait> own = waitsOf.getOrDefault(who, List.of());
    Set<Who> freed = waiters.containsKey(who) ? LockTree.freedBy(Set.of(who), waits) : Set.of();
    int atOnce =
        (int)
            freed.stream()
                .filter(one -> blockers.getOrDefault(one, Set.of()).equals(Set.of(who)))
                .count();
    return new LockNode(
        parties.getOrDefault(who, Party.unknown(who)),
        own,
        below,
        depth,
        own.stream().mapToLong(LockWait::waitedUs).max().orElse(0),
        below.stream().mapToLong(node -> node.waitedUs() + node.sumWaitedUs()).sum(),
        below.stream().mapToInt(node -> 1 + node.blocks()).sum(),
        freed.size(),
        atOnce,
        cycle);
  }
}
