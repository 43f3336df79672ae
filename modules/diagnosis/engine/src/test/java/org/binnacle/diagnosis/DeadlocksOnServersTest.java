package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.binnacle.diagnosis.deadlock.Deadlock;
import org.binnacle.diagnosis.deadlock.DeadlockReader;
import org.binnacle.diagnosis.deadlock.DeadlockScene;
import org.binnacle.diagnosis.deadlock.MemoryDeadlocks;
import org.binnacle.diagnosis.deadlock.WaitCycle;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("server")
class DeadlocksOnServersTest {

  static List<Distribution> all() {
    return TestServers.available();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aDeadlockIsCaughtOnceAndTakenApart(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server =
        RealServers.server("one", running.host(), running.port(), running.user(), Safety.RELAXED);
    try (TestSchema schema = TestSchema.on(running);
        Scene pile = Scene.in(schema);
        Connections connections = RealServers.connections(running.password())) {
      var store = new MemoryDeadlocks();
      boolean blind = distribution == Distribution.MYSQL_5_7;
      var reader = new DeadlockReader(store, Clock.systemUTC());
      int before = connections.monitor(server, reader::read).deadlocks().size();
      pile.deadlock(1, 2);
      var then = blind ? new DeadlockReader(store, Clock.systemUTC()) : reader;
      DeadlockScene scene = connections.monitor(server, then::read);
      assertThat(scene.counted() > 0).isEqualTo(!blind);
      assertThat(scene.deadlocks()).hasSize(before + 1);
      assertThat(connections.monitor(server, reader::read).deadlocks()).hasSize(before + 1);
      Deadlock deadlock = scene.deadlocks().getFirst().deadlock();
      assertThat(deadlock.transactions()).as(deadlock.raw()).hasSize(2);
      assertThat(deadlock.at()).isNotEmpty();
      assertThat(deadlock.victim()).isBetween(1, 2);
      assertThat(deadlock.tables()).contains(schema.name() + ".scene");
      assertThat(deadlock.transactions())
          .allMatch(trx -> trx.connectionId() > 0)
          .allMatch(trx -> trx.sql().startsWith("UPDATE scene SET v = v + 1"))
          .allMatch(trx -> !trx.waits().isEmpty());
      assertThat(WaitCycle.of(deadlock)).hasSize(2);
    }
  }
}
