package org.binnacle.diagnosis.lock;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.binnacle.diagnosis.session.Blocking;

/// The edges of who waits for whom, without places in a tree: what a row of the process list says
/// of it. Pure.
final class WaitGraph {
  /// So many of those it waits for are named.
  private static final int NAMED = 4;

  private final Map<Who, Set<Who>> blockers = new LinkedHashMap<>();
  private final Map<Who, Set<Who>> waiters = new LinkedHashMap<>();
  private final Set<Who> inferred = new HashSet<>();
  private final Map<Who, Who> roots = new HashMap<>();

  private WaitGraph(List<LockWait> waits) {
    for (LockWait wait : waits) {
      if (wait.inferred()) {
        inferred.add(wait.waiter());
      }
      wait.blocker()
          .filter(blocker -> !blocker.equals(wait.waiter()))
          .ifPresent(
              blocker -> {
                blockers.computeIfAbsent(wait.waiter(), who -> new LinkedHashSet<>()).add(blocker);
                waiters.computeIfAbsent(blocker, who -> new LinkedHashSet<>()).add(wait.waiter());
              });
    }
  }

  static WaitGraph of(List<LockWait> waits) {
    return new WaitGraph(waits);
  }

  /// Those that are waited for.
  Set<Who> blockers() {
    return waiters.keySet();
  }

  Blocking of(Who who) {
    Set<Who> before = blockers.getOrDefault(who, Set.of());
    if (before.isEmpty() && !waiters.containsKey(who)) {
      return Blocking.NONE;
    }
    return new Blocking(
        String.join(", ", before.stream().sorted().limit(NAMED).map(WaitGraph::name).toList()),
        behind(who),
        name(root(who)),
        inferred.contains(who));
  }

  private static String name(Who who) {
    return who.hasConnection() ? Long.toString(who.connectionId()) : who.words();
  }

  /// How many wait for it, directly or through others.
  private int behind(Who who) {
    Set<Who> seen = new HashSet<>();
    var open = new ArrayDeque<>(List.of(who));
    while (!open.isEmpty()) {
      for (Who waiter : waiters.getOrDefault(open.poll(), Set.of())) {
        if (!waiter.equals(who) && seen.add(waiter)) {
          open.add(waiter);
        }
      }
    }
    return seen.size();
  }

  /// The head of its queue: of several the first in their order; in a cycle one of it.
  private Who root(Who who) {
    Who known = roots.get(who);
    if (known != null) {
      return known;
    }
    Set<Who> seen = new LinkedHashSet<>();
    Who at = who;
    while (seen.add(at)) {
      Set<Who> before = blockers.getOrDefault(at, Set.of());
      if (before.isEmpty()) {
        break;
      }
      at = before.stream().sorted().findFirst().orElseThrow();
    }
    Who root = at;
    seen.forEach(each -> roots.put(each, root));
    return root;
  }
}
