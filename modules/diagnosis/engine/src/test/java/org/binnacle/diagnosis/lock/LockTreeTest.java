package org.binnacle.diagnosis.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LockTreeTest {
  private static final Contended ROW =
      new Contended(LockKind.ROW, "RECORD", "shop", "stock", "", "PRIMARY", "X", "7");

  private static LockWait wait(int waiter, int blocker, long seconds) {
    return new LockWait(Who.session(waiter), Who.session(blocker), ROW, seconds * 1_000_000);
  }

  private static LockTree tree(LockWait... waits) {
    return LockTree.of(List.of(), List.of(waits));
  }

  private static List<Long> ids(List<LockNode> nodes) {
    return nodes.stream().map(node -> node.who().connectionId()).toList();
  }

  @Test
  void nobodyWaits() {
    assertThat(tree().isEmpty()).isTrue();
    assertThat(tree().nodes()).isEmpty();
    assertThat(tree().waiting()).isZero();
  }

  @Test
  void aChainIsAsDeepAsItIs() {
    LockTree tree = tree(wait(2, 1, 30), wait(3, 2, 20), wait(4, 2, 25));
    LockNode root = tree.roots().getFirst();
    assertThat(ids(tree.roots())).containsExactly(1L);
    assertThat(root.blocks()).isEqualTo(3);
    assertThat(root.sumWaitedUs()).isEqualTo(75_000_000);
    assertThat(root.frees()).isEqualTo(3);
    assertThat(root.freesAtOnce()).isEqualTo(1);
    assertThat(ids(tree.nodes())).as("the longest first").containsExactly(1L, 2L, 4L, 3L);
    assertThat(tree.find(Who.session(3)).orElseThrow().depth()).isEqualTo(2);
  }

  @Test
  void rootsStandByTheSumOfWhatTheyMakeWait() {
    LockTree tree = tree(wait(2, 1, 50), wait(4, 3, 30), wait(5, 3, 30));
    assertThat(ids(tree.roots())).containsExactly(3L, 1L);
  }

  @Test
  void oneWhoWaitsForTwoStandsOnceAndIsFreedByBothOnly() {
    LockTree tree = tree(wait(3, 1, 10), wait(3, 2, 10));
    assertThat(tree.nodes()).hasSize(3);
    assertThat(tree.roots()).allMatch(root -> root.frees() == 0);
    assertThat(tree.freedBy(Set.of(Who.session(1), Who.session(2))))
        .containsExactly(Who.session(3));
    assertThat(tree.find(Who.session(3)).orElseThrow().waits()).hasSize(2);
  }

  @Test
  void aCycleHasARootAndIsMarked() {
    LockTree tree = tree(wait(1, 2, 5), wait(2, 1, 5), wait(3, 2, 4), wait(4, 3, 4));
    assertThat(ids(tree.roots())).containsExactly(2L);
    assertThat(tree.nodes()).filteredOn(LockNode::cycle).hasSize(2);
    assertThat(tree.roots().getFirst().frees()).isEqualTo(3);
    assertThat(tree.waits()).hasSize(4);
  }

  @Test
  void somebodyBehindACycleIsNoRoot() {
    LockTree tree = tree(wait(9, 1, 99), wait(1, 2, 1), wait(2, 1, 1));
    assertThat(ids(tree.roots())).doesNotContain(9L);
  }

  @Test
  void waitingForOneselfIsNothing() {
    assertThat(tree(wait(1, 1, 5)).isEmpty()).isTrue();
  }

  @Test
  void aWaiterWithoutAKnownBlockerIsARootThatWaits() {
    var lost = new LockWait(Who.session(5), java.util.Optional.empty(), ROW, 9_000_000, false);
    LockTree tree = tree(lost, wait(6, 5, 3));
    assertThat(ids(tree.roots())).containsExactly(5L);
    assertThat(tree.roots().getFirst().waits()).containsExactly(lost);
    assertThat(tree.roots().getFirst().frees()).isEqualTo(1);
  }

  @Test
  void aChainOfTwentyThousandNeedsNoStack() {
    var waits = new ArrayList<LockWait>();
    for (int i = 1; i < 3_000; i++) {
      waits.add(wait(i + 1, i, 1));
    }
    assertThat(LockTree.of(List.of(), waits).nodes()).hasSize(3_000);
  }

  /// Whatever the graph: nobody is lost, nobody stands twice, it ends, and the counts agree with
  /// what a plain search finds.
  @Test
  void randomGraphsWithCyclesAreKeptWhole() {
    var random = new Random(20_260);
    for (int round = 0; round < 2_000; round++) {
      int people = 1 + random.nextInt(14);
      var waits = new ArrayList<LockWait>();
      for (int i = random.nextInt(2 * people); i > 0; i--) {
        waits.add(
            wait(1 + random.nextInt(people), 1 + random.nextInt(people), random.nextInt(100)));
      }
      LockTree tree =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(10), () -> LockTree.of(List.of(), waits));
      var wanted = new HashSet<Who>();
      var distinct =
          new HashSet<>(
              waits.stream()
                  .filter(wait -> !wait.blocker().orElseThrow().equals(wait.waiter()))
                  .toList());
      distinct.forEach(
          wait -> {
            wanted.add(wait.waiter());
            wanted.add(wait.blocker().orElseThrow());
          });
      List<LockNode> nodes = tree.nodes();
      assertThat(nodes.stream().map(LockNode::who).toList())
          .as("%s", waits)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(wanted);
      assertThat(nodes.stream().flatMap(node -> node.waits().stream()).collect(Collectors.toSet()))
          .isEqualTo(distinct);
      assertThat(tree.roots().stream().mapToInt(root -> 1 + root.blocks()).sum())
          .isEqualTo(wanted.size());
      for (LockNode node : nodes) {
        for (LockNode child : node.children()) {
          assertThat(child.waits())
              .anyMatch(wait -> wait.blocker().orElseThrow().equals(node.who()));
          assertThat(child.depth()).isEqualTo(node.depth() + 1);
        }
        assertThat(node.frees()).isEqualTo(freed(node.who(), distinct).size());
        if (node.root()) {
          assertThat(node.waits().isEmpty() || node.cycle()).isTrue();
        }
      }
    }
  }

  /// By taking away again and again whoever waits for nobody.
  private static Set<Who> freed(Who killed, Set<LockWait> waits) {
    var left = new HashSet<>(waits);
    left.removeIf(wait -> wait.waiter().equals(killed));
    var gone = new HashSet<Who>();
    gone.add(killed);
    while (true) {
      var waiting = left.stream().map(LockWait::waiter).collect(Collectors.toSet());
      var waitedBefore = waits.stream().map(LockWait::waiter).collect(Collectors.toSet());
      boolean changed = left.removeIf(wait -> gone.contains(wait.blocker().orElseThrow()));
      var still = left.stream().map(LockWait::waiter).collect(Collectors.toSet());
      waiting.stream()
          .filter(one -> !still.contains(one) && waitedBefore.contains(one))
          .forEach(gone::add);
      if (!changed) {
        gone.remove(killed);
        return gone;
      }
    }
  }
}
