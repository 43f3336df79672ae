package org.binnacle.diagnosis.view.locks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.binnacle.diagnosis.lock.LockKind;
import org.binnacle.diagnosis.lock.LockNode;
import org.binnacle.diagnosis.lock.LockWait;
import org.binnacle.diagnosis.lock.MergedLocks;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.kernel.InstanceRef;

/// One line of the tree as it is shown.
///
/// @param place its place from the top, by which the tree is ordered
/// @param root who stands at the root of its tree
/// @param folded what is below it is not shown
/// @param longestUs the longest wait of all, which the bars are measured by
record LockLine(
    InstanceRef instance, LockNode node, int place, Who root, boolean folded, long longestUs) {

  /// What stays the same over refreshes.
  record Key(String instanceId, Who who) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byWho = who.compareTo(other.who);
      return byWho != 0 ? byWho : instanceId.compareTo(other.instanceId);
    }
  }

  Key key() {
    return new Key(instance.id(), node.who());
  }

  /// The root of its tree.
  Key rootKey() {
    return new Key(instance.id(), root);
  }

  /// `row`, `MDL`, or both; empty for one that waits for nothing.
  String kind() {
    List<LockKind> kinds = node.waits().stream().map(LockWait::kind).distinct().sorted().toList();
    return String.join("+", kinds.stream().map(LockKind::words).toList());
  }

  /// What it waits for; of a root, what most of its own wait for.
  String lock() {
    if (!node.waits().isEmpty()) {
      LockWait wait = node.waits().getFirst();
      return wait.lock().words() + (wait.inferred() ? " (inferred)" : "");
    }
    Map<String, Integer> counts = new HashMap<>();
    String most = "";
    for (LockNode child : node.children()) {
      if (!child.waits().isEmpty()) {
        String words = child.waits().getFirst().lock().words();
        int count = counts.merge(words, 1, Integer::sum);
        if (count > counts.getOrDefault(most, 0)) {
          most = words;
        }
      }
    }
    return most.isEmpty() ? "" : "holds " + most;
  }

  static List<LockLine> of(MergedLocks locks, Set<Key> folded) {
    long longest = locks.longestUs();
    var lines = new ArrayList<LockLine>();
    for (MergedLocks.Root root : locks.roots()) {
      int hiddenBelow = Integer.MAX_VALUE;
      for (LockNode node : root.nodes()) {
        if (node.depth() > hiddenBelow) {
          continue;
        }
        boolean shut =
            !node.children().isEmpty()
                && folded.contains(new Key(root.instance().id(), node.who()));
        hiddenBelow = shut ? node.depth() : Integer.MAX_VALUE;
        lines.add(
            new LockLine(root.instance(), node, lines.size(), root.node().who(), shut, longest));
      }
    }
    return lines;
  }
}
