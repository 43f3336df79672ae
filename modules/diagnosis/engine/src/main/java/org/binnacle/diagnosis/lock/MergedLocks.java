package org.binnacle.diagnosis.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;

/// The blocking trees of several instances as one: its roots are those of all of them, the worst
/// first, each with the instance that it is on. Connection ids are those of one instance, so that a
/// party is named by both.
///
/// @param roots by summed wait over all instances, longest first
/// @param scenes what each instance told, in the order in which they were asked for
/// @param failed instances that did not answer now; what they told before may still be in scenes
public record MergedLocks(
    List<Root> roots, List<LockScene> scenes, Map<InstanceRef, Fault> failed) {
  public static final MergedLocks NONE = new MergedLocks(List.of(), List.of(), Map.of());

  private static final Comparator<Root> WORST_FIRST =
      Comparator.comparingLong((Root root) -> root.node().sumWaitedUs() + root.node().waitedUs())
          .reversed()
          .thenComparing(Comparator.comparingInt((Root root) -> root.node().blocks()).reversed())
          .thenComparing(root -> root.instance().name())
          .thenComparing(root -> root.node().who());

  /// The head of a queue, and where it is.
  public record Root(InstanceRef instance, LockNode node) {

    /// The root and all below it, each before its children.
    public List<LockNode> nodes() {
      return new LockTree(List.of(node), List.of()).nodes();
    }
  }

  public MergedLocks {
    roots = List.copyOf(roots);
    scenes = List.copyOf(scenes);
    failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
  }

  public static MergedLocks of(List<LockScene> scenes, Map<InstanceRef, Fault> failed) {
    var roots = new ArrayList<Root>();
    for (LockScene scene : scenes) {
      scene.tree().roots().forEach(node -> roots.add(new Root(scene.instance(), node)));
    }
    roots.sort(WORST_FIRST);
    return new MergedLocks(roots, scenes, failed);
  }

  /// What the newest rounds of a watch have told.
  public static MergedLocks seen(List<Rounds.Seen<LockScene>> seen) {
    Map<InstanceRef, Fault> failed = new LinkedHashMap<>();
    seen.forEach(one -> one.fault().ifPresent(fault -> failed.put(one.instance(), fault)));
    return of(seen.stream().flatMap(one -> one.value().stream()).toList(), failed);
  }

  public boolean isEmpty() {
    return roots.isEmpty();
  }

  /// Whether there is more than one instance, so that each thing has to say where it is.
  public boolean several() {
    return scenes.stream().map(LockScene::instance).distinct().count()
            + failed.keySet().stream().filter(ref -> scene(ref).isEmpty()).count()
        > 1;
  }

  public Optional<Root> worst() {
    return roots.stream().findFirst();
  }

  /// How many wait, on all instances.
  public int waiting() {
    return scenes.stream().mapToInt(scene -> scene.tree().waiting()).sum();
  }

  /// The longest wait of all.
  public long longestUs() {
    return scenes.stream().mapToLong(scene -> scene.tree().longestUs()).max().orElse(0);
  }

  /// How many instances have somebody who waits.
  public long troubled() {
    return scenes.stream().filter(scene -> !scene.tree().isEmpty()).count();
  }

  public Optional<LockScene> scene(InstanceRef instance) {
    return scenes.stream().filter(scene -> scene.instance().id().equals(instance.id())).findFirst();
  }

  private LockTree tree(InstanceRef instance) {
    return scene(instance).map(LockScene::tree).orElse(LockTree.NONE);
  }

  /// What a kill of some of one instance has to reach; those without a connection are left out.
  public List<Target> targets(InstanceRef instance, Set<Who> whom) {
    LockTree tree = tree(instance);
    return whom.stream()
        .filter(Who::hasConnection)
        .sorted()
        .map(
            who ->
                tree.find(who)
                    .flatMap(node -> node.party().row())
                    .map((ProcessRow row) -> Target.of(row))
                    .orElse(Target.of(who.connectionId())))
        .toList();
  }

  /// Who would go on if these were killed, a sentence for each instance; empty where nobody waits
  /// for them.
  public String releaseWords(Map<InstanceRef, Set<Who>> killed) {
    return killed.entrySet().stream()
        .map(
            each -> {
              String words = Release.words(tree(each.getKey()), each.getValue());
              return words.isEmpty() || killed.size() == 1
                  ? words
                  : each.getKey().name() + ": " + words;
            })
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
