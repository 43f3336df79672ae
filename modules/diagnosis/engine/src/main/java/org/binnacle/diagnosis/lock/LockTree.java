package org.binnacle.diagnosis.lock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who waits for whom, as trees: roots wait for nobody (or are one of a cycle), the worst first.
///
/// @param roots by summed wait, longest first
/// @param waits all waits, as they were found
public record LockTree(List<LockNode> roots, List<LockWait> waits) {
  public static final LockTree NONE = new LockTree(List.of(), List.of());

  public LockTree {
    roots = List.copyOf(roots);
    waits = List.copyOf(waits);
  }

  /// @param parties what is known of them; one that is missing stands in the tree by its name only
  public static LockTree of(Collection<Party> parties, List<LockWait> waits) {
    return new TreeBuilder(parties, waits).build();
  }

  public boolean isEmpty() {
    return roots.isEmpty();
  }

  /// Every place, roots first, each before its children.
  public List<LockNode> nodes() {
    var all = new ArrayList<LockNode>();
    var open = new ArrayDeque<LockNode>();
    roots.reversed().forEach(open::push);
    while (!open.isEmpty()) {
      LockNode node = open.pop();
      all.add(node);
      node.children().reversed().forEach(open::push);
    }
    return all;
  }

  public Optional<LockNode> find(Who who) {
    return nodes().stream().filter(node -> node.who().equals(who)).findFirst();
  }

  /// How many wait.
  public int waiting() {
    return (int) waits.stream().map(LockWait::waiter).distinct().count();
  }

  /// The longest wait of all.
  public long longestUs() {
    return waits.stream().mapToLong(LockWait::waitedUs).max().orElse(0);
  }

  /// Who would go on, sooner or later, if these were killed: everybody all of whose blockers are
  /// killed or go on themselves. Those killed are not among them.
  public Set<Who> freedBy(Set<Who> killed) {
    return freedBy(killed, waits);
  }

  static Set<Who> freedBy(Set<Who> killed, List<LockWait> waits) {
    Map<Who, Set<Who>> blockers = new HashMap<>();
    Map<Who, List<Who>> waiters = new HashMap<>();
    var stuck = new HashSet<Who>();
    for (LockWait wait : waits) {
      if (wait.blocker().isEmpty()) {
        stuck.add(wait.waiter());
      } else if (blockers
          .computeIfAbsent(wait.waiter(), who -> new HashSet<>())
          .add(wait.blocker().get())) {
        waiters.computeIfAbsent(wait.blocker().get(), who -> new ArrayList<>()).add(wait.waiter());
      }
    }
    var freed = new HashSet<Who>();
    var open = new ArrayDeque<>(killed);
    while (!open.isEmpty()) {
      Who gone = open.poll();
      for (Who waiter : waiters.getOrDefault(gone, List.of())) {
        Set<Who> left = blockers.getOrDefault(waiter, Set.of());
        left.remove(gone);
        if (left.isEmpty()
            && !stuck.contains(waiter)
            && !killed.contains(waiter)
            && freed.add(waiter)) {
          open.add(waiter);
        }
      }
    }
    return freed;
  }
}
