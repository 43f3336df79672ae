package org.binnacle.diagnosis.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.junit.jupiter.api.Test;

class MergedLocksTest {
  private static final InstanceRef ONE = ref("shop-1");
  private static final InstanceRef TWO = ref("shop-2");
  private static final InstanceRef DEAD = ref("shop-3");
  private static final Contended ROW =
      new Contended(LockKind.ROW, "TABLE", "shop", "stock", "", "PRIMARY", "X", "7");

  private static InstanceRef ref(String name) {
    return new InstanceRef(name, name, "10.0.0.1:3306", "test", "grey", Safety.RELAXED, "shop");
  }

  private static LockWait wait(long waiter, long blocker, long seconds) {
    return new LockWait(
        Who.session(waiter), Optional.of(Who.session(blocker)), ROW, seconds * 1_000_000, false);
  }

  private static LockScene scene(InstanceRef instance, LockWait... waits) {
    return new LockScene(
        instance,
        Instant.parse("2026-01-05T10:00:00Z"),
        Duration.ofMillis(3),
        LockTree.of(List.of(), List.of(waits)),
        List.of("data_lock_waits"),
        List.of(),
        List.of());
  }

  private static List<String> roots(MergedLocks locks) {
    return locks.roots().stream()
        .map(root -> root.instance().name() + root.node().who().words())
        .toList();
  }

  @Test
  void rootsOfAllInstancesStandByTheirSummedWaitAndEqualIdsAreNotOne() {
    // #7 of the second holds up 90 s, more than any root of the first; its #1 is another than ours.
    MergedLocks locks =
        MergedLocks.of(
            List.of(
                scene(ONE, wait(2, 1, 40), wait(3, 1, 30), wait(5, 4, 5)),
                scene(TWO, wait(8, 7, 60), wait(9, 8, 30), wait(2, 1, 65))),
            Map.of());
    assertThat(roots(locks)).containsExactly("shop-2#7", "shop-1#1", "shop-2#1", "shop-1#4");
    assertThat(locks.worst().orElseThrow().node().sumWaitedUs()).isEqualTo(90_000_000);
    assertThat(locks.roots().getFirst().nodes())
        .extracting(LockNode::who)
        .containsExactly(Who.session(7), Who.session(8), Who.session(9));
    assertThat(locks.waiting()).isEqualTo(6);
    assertThat(locks.troubled()).isEqualTo(2);
    assertThat(locks.longestUs()).isEqualTo(65_000_000);
    assertThat(MergedLockText.summary(locks))
        .isEqualTo("6 sessions wait on 2 of 2 instances, the longest 65.0 s, behind 4 roots");
    assertThat(locks.targets(ONE, Set.of(Who.session(1), Who.transaction("421")))).hasSize(1);
  }

  @Test
  void aTieIsBrokenByHowManyWaitThenByName() {
    MergedLocks locks =
        MergedLocks.of(
            List.of(
                scene(TWO, wait(2, 1, 10)),
                scene(ONE, wait(2, 1, 10), wait(6, 5, 5), wait(7, 5, 5))),
            Map.of());
    assertThat(roots(locks)).containsExactly("shop-1#5", "shop-1#1", "shop-2#1");
  }

  @Test
  void whoCouldNotBeReadIsNamedAndNobodyWaitingIsNotClaimedForIt() {
    var lost = new Fault(org.binnacle.diagnosis.SessionFaults.QUERY, "connection\nrefused");
    MergedLocks locks = MergedLocks.of(List.of(scene(ONE)), Map.of(DEAD, lost));
    assertThat(locks.several()).isTrue();
    assertThat(MergedLockText.of(locks))
        .isEqualTo(
            """
            no session waits on 1 instance; 1 could not be read
            not read: shop-3 (connection refused)
            """);
    Map<String, Object> document = LockDocument.of(locks);
    assertThat(document.get("failed"))
        .isEqualTo(
            List.of(
                Map.of(
                    "instance",
                    "shop-3",
                    "address",
                    "10.0.0.1:3306",
                    "code",
                    lost.code().id(),
                    "detail",
                    "connection\nrefused")));
  }

  @Test
  void ofOneInstanceTextAndDocumentAreAsTheyWere() {
    LockScene scene = scene(ONE, wait(2, 1, 40));
    MergedLocks locks = MergedLocks.of(List.of(scene), Map.of());
    assertThat(MergedLockText.of(locks)).isEqualTo(LockText.of(scene));
    assertThat(LockDocument.of(locks)).isEqualTo(LockDocument.of(scene));
  }

  @Test
  @SuppressWarnings("unchecked")
  void theDocumentAndTheTextNameTheInstanceOfEachRoot() {
    MergedLocks locks =
        MergedLocks.of(List.of(scene(ONE, wait(2, 1, 40)), scene(TWO, wait(2, 1, 50))), Map.of());
    var roots = (List<Map<String, Object>>) LockDocument.of(locks).get("roots");
    assertThat(roots).extracting(root -> root.get("instance")).containsExactly("shop-2", "shop-1");
    assertThat(MergedLockText.of(locks).lines().toList())
        .anyMatch(line -> line.startsWith("shop-2  #1 "))
        .anyMatch(line -> line.startsWith("shop-1  #1 "));
    assertThat(locks.releaseWords(Map.of(ONE, Set.of(Who.session(1)), TWO, Set.of(Who.session(1)))))
        .contains("shop-1: Releases 1", "shop-2: Releases 1");
  }
}
