package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.binnacle.diagnosis.kill.Course;
import org.binnacle.diagnosis.kill.KillOutcome;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.lock.MergedLockText;
import org.binnacle.diagnosis.lock.MergedLocks;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One tree over real servers of two flavours and one that is not there.
@Tag("server")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MergedLocksOnServersTest {
  private static Server server(String name, RunningServer running) {
    return RealServers.server(name, running.host(), running.port(), running.user(), Safety.RELAXED);
  }

  @Test
  void theWorstRootOfAllStandsFirstWhoIsNotThereIsNamedAndRootsOfBothAreKilled() throws Exception {
    RunningServer mysql = TestServers.shared(Distribution.MYSQL_8_0);
    RunningServer maria = TestServers.shared(Distribution.MARIADB_11_4);
    Server one = server("shop-1", mysql);
    Server two = server("shop-2", maria);
    Server dead = RealServers.server("shop-3", "127.0.0.1", 1, "x", Safety.RELAXED);
    List<Server> all = List.of(one, two, dead);
    var audit = new FakeAudit();
    try (TestSchema here = TestSchema.on(mysql);
        TestSchema there = TestSchema.on(maria);
        Scene small = Scene.in(here);
        Scene large = Scene.in(there);
        Connections connections = RealServers.connections(mysql.password());
        Diagnosis diagnosis = RealServers.diagnosis(connections, audit, all)) {
      long small1 = small.idleInTransaction(1);
      small.rowLockWait(1);
      long large1 = large.idleInTransaction(1);
      for (int i = 0; i < 4; i++) {
        large.rowLockWait(1);
      }
      MergedLocks locks = until(diagnosis, all, Set.of(small1, large1));
      assertThat(locks.roots())
          .extracting(root -> root.instance().name() + " " + root.node().who().connectionId())
          .containsExactly("shop-2 " + large1, "shop-1 " + small1);
      assertThat(locks.waiting()).isEqualTo(5);
      assertThat(locks.failed()).containsOnlyKeys(dead.ref());
      assertThat(MergedLockText.of(locks)).contains("\nshop-2  #" + large1, "not read: shop-3");

      Map<Server, List<Target>> targets = new LinkedHashMap<>();
      for (MergedLocks.Root root : locks.roots()) {
        Server server = root.instance().equals(one.ref()) ? one : two;
        targets.put(server, locks.targets(root.instance(), Set.of(root.node().who())));
      }
      MergedPlan plan = diagnosis.killing().plan(Verb.CONNECTION, targets);
      assertThat(plan.button()).isEqualTo("Kill 2 connections on 2 instances");
      assertThat(released(locks)).contains("shop-1: Releases 1", "shop-2: Releases 4");
      assertThat(diagnosis.killing().run(plan, Map.of(), "test", Course.standard()))
          .extracting(result -> result.result().outcome())
          .allMatch(KillOutcome.Ended.class::isInstance);
    }
  }

  private static String released(MergedLocks locks) {
    Map<InstanceRef, Set<Who>> whom = new LinkedHashMap<>();
    locks.roots().forEach(root -> whom.put(root.instance(), Set.of(root.node().who())));
    return locks.releaseWords(whom);
  }

  /// InnoDB tells waits in whole seconds, and its own view of them is up to 0.1 s old: until the
  /// four on the one have waited longer in all than the one on the other.
  private static MergedLocks until(Diagnosis diagnosis, List<Server> all, Set<Long> roots) {
    MergedLocks locks = diagnosis.locks().read(all);
    while (locks.waiting() < 5
        || locks.roots().size() != roots.size()
        || !locks.worst().map(root -> root.instance().name()).equals(Optional.of("shop-2"))) {
      locks = diagnosis.locks().read(all);
    }
    return locks;
  }
}
