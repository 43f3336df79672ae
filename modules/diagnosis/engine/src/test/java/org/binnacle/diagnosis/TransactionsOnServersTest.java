package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.binnacle.diagnosis.kill.Kill;
import org.binnacle.diagnosis.kill.RuleText;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.replication.Heartbeat;
import org.binnacle.diagnosis.replication.ReplicaReader;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.trx.OpenTrx;
import org.binnacle.diagnosis.trx.TrxReader;
import org.binnacle.diagnosis.trx.TrxScene;
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
class TransactionsOnServersTest {

  static List<Distribution> all() {
    return TestServers.available();
  }

  private static Server server(RunningServer running) {
    return RealServers.server(
        running.distribution().name(),
        running.host(),
        running.port(),
        running.user(),
        Safety.RELAXED);
  }

  private static TrxScene until(
      Connections connections, Server server, Predicate<TrxScene> wanted) {
    var reader = new TrxReader(Clock.systemUTC());
    TrxScene scene = connections.monitor(server, reader::read);
    for (int i = 0; i < 100 && !wanted.test(scene); i++) {
      LockSupport.parkNanos(110_000_000);
      scene = connections.monitor(server, reader::read);
    }
    assertThat(wanted.test(scene)).as(scene.toString()).isTrue();
    return scene;
  }

  private static Optional<OpenTrx> of(TrxScene scene, long id) {
    return scene.transactions().stream().filter(trx -> trx.connectionId() == id).findFirst();
  }

  @ParameterizedTest
  @MethodSource("all")
  void anIdleTransactionAndItsWaiterWithWhatTheyRan(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    try (TestSchema schema = TestSchema.on(running);
        Scene pile = Scene.in(schema);
        Connections connections = RealServers.connections(running.password())) {
      long idle = pile.idleInTransaction(3);
      long waiter = pile.rowLockWait(3);
      TrxScene scene =
          until(
              connections,
              server,
              seen -> of(seen, waiter).filter(trx -> trx.waitUs() >= 0).isPresent());
      OpenTrx holder = of(scene, idle).orElseThrow();
      assertThat(holder.idle()).isTrue();
      assertThat(holder.rowsModified()).isEqualTo(1);
      assertThat(holder.account()).startsWith(running.user() + "@");
      assertThat(scene.historyLength()).isNotNegative();
      assertThat(of(scene, waiter).orElseThrow().sql()).contains("v + 10");
      boolean remembered = !distribution.name().startsWith("MARIADB");
      assertThat(holder.statements().stream().anyMatch(past -> past.sql().contains("v = v + 1")))
          .isEqualTo(remembered);

      Kill.Ruled ruled =
          RealServers.kill(connections, new FakeAudit())
              .plan(server, Verb.QUERY, RuleText.parse("admins match-info='v \\+ 10' victims=all"));
      assertThat(ruled.plan().going()).extracting(victim -> victim.id()).containsExactly(waiter);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aServerAloneHasNoReplicationAndSaysSo(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    try (Connections connections = RealServers.connections(running.password())) {
      var reader = new ReplicaReader(Clock.systemUTC(), new Heartbeat());
      ReplicaScene scene = connections.monitor(server(running), reader::read);
      assertThat(scene.channels()).isEmpty();
      assertThat(scene.summary()).isEqualTo("no replication");
      assertThat(scene.denied()).isEmpty();
    }
  }
}
