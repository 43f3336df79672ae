package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.binnacle.diagnosis.lock.LockKind;
import org.binnacle.diagnosis.lock.LockNode;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.LockText;
import org.binnacle.diagnosis.lock.LockWait;
import org.binnacle.diagnosis.lock.Locks;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("server")
class LocksOnServersTest {

  static List<Distribution> all() {
    return TestServers.available();
  }

  private static boolean toldMetadata(Distribution distribution) {
    return distribution == Distribution.MYSQL_8_0 || distribution == Distribution.MYSQL_9;
  }

  private static Server server(RunningServer running) {
    return RealServers.server(
        running.distribution().name(),
        running.host(),
        running.port(),
        running.user(),
        Safety.RELAXED);
  }

  /// InnoDB's list of transactions is a copy that is up to 100 ms old.
  private static LockScene until(Locks locks, Server server, Predicate<LockScene> wanted) {
    LockScene scene = locks.read(server);
    for (int i = 0; i < 100 && !wanted.test(scene); i++) {
      LockSupport.parkNanos(110_000_000);
      scene = locks.read(server);
    }
    assertThat(wanted.test(scene)).as(LockText.of(scene)).isTrue();
    return scene;
  }

  private static LockNode node(LockScene scene, long id) {
    return scene.tree().find(Who.session(id)).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aRowLockPileThreeLevelsDeep(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    try (TestSchema schema = TestSchema.on(running);
        Scene pile = Scene.in(schema);
        Connections connections = RealServers.connections(running.password())) {
      var locks = new Locks(connections, Clock.systemUTC());
      assertThat(locks.read(server).tree().isEmpty()).isTrue();
      long idle = pile.idleInTransaction(1);
      long middle = pile.holdsAndWaits(2, 1);
      var last = new ArrayList<Long>();
      for (int i = 0; i < 5; i++) {
        last.add(pile.rowLockWait(2));
      }
      LockScene scene = until(locks, server, seen -> seen.tree().waiting() == 6);

      LockNode root = scene.tree().roots().getFirst();
      assertThat(scene.tree().roots()).hasSize(1);
      assertThat(root.who()).isEqualTo(Who.session(idle));
      assertThat(root.blocks()).isEqualTo(6);
      assertThat(root.frees()).isEqualTo(6);
      assertThat(root.freesAtOnce()).isEqualTo(1);
      assertThat(root.party().row().orElseThrow().trx().orElseThrow().rowsModified()).isEqualTo(1);
      assertThat(root.children()).extracting(LockNode::who).containsExactly(Who.session(middle));
      LockNode second = root.children().getFirst();
      assertThat(second.blocks()).isEqualTo(5);
      assertThat(second.children())
          .extracting(node -> node.who().connectionId())
          .containsExactlyInAnyOrderElementsOf(last);
      LockWait wait = second.waits().getFirst();
      assertThat(wait.kind()).isEqualTo(LockKind.ROW);
      assertThat(wait.inferred()).isFalse();
      assertThat(wait.lock().schema()).isEqualTo(schema.name());
      assertThat(wait.lock().table()).isEqualTo("scene");
      assertThat(wait.lock().index()).isEqualTo("PRIMARY");
      assertThat(wait.lock().mode()).startsWith("X");
      assertThat(wait.lock().data()).isEqualTo("1");
      if (toldMetadata(distribution) || distribution == Distribution.MYSQL_5_7) {
        assertThat(root.party().last()).as("%s", scene.notes()).isNotEmpty();
        assertThat(root.party().last().getFirst().sql()).contains("SELECT CONNECTION_ID()");
        assertThat(root.party().last())
            .anyMatch(past -> past.sql().contains("UPDATE scene") && past.rowsAffected() == 1);
        assertThat(root.party().last().getFirst().agoUs()).isBetween(0L, 300_000_000L);
      } else {
        assertThat(scene.notes()).anyMatch(note -> note.contains("performance_schema is off here"));
      }
      assertThat(LockText.of(scene)).contains("#" + idle).contains("scene.PRIMARY X");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aMetadataLockPileBehindAnIdleReaderWithAnAlterInBetween(Distribution distribution)
      throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    try (TestSchema schema = TestSchema.on(running);
        Scene pile = Scene.in(schema);
        Connections connections = RealServers.connections(running.password())) {
      var locks = new Locks(connections, Clock.systemUTC());
      List<Long> ids = pile.metadataLockPile(3);
      LockScene scene = until(locks, server, seen -> seen.tree().waiting() == 4);

      LockNode root = scene.tree().roots().getFirst();
      assertThat(scene.tree().roots()).as(LockText.of(scene)).hasSize(1);
      assertThat(root.who()).isEqualTo(Who.session(ids.get(0)));
      assertThat(root.frees()).isEqualTo(4);
      assertThat(root.children())
          .extracting(LockNode::who)
          .containsExactly(Who.session(ids.get(1)));
      LockNode alter = root.children().getFirst();
      assertThat(alter.party().sql()).startsWith("ALTER TABLE scene");
      assertThat(alter.frees()).as("killing the ALTER lets the readers in").isEqualTo(3);
      assertThat(alter.children())
          .extracting(node -> node.who().connectionId())
          .containsExactlyInAnyOrderElementsOf(ids.subList(2, 5));
      LockWait wait = alter.waits().getFirst();
      assertThat(wait.kind()).isEqualTo(LockKind.METADATA);
      assertThat(wait.lock().table()).isEqualTo("scene");
      assertThat(wait.lock().schema()).isEqualTo(schema.name());
      assertThat(wait.inferred()).isEqualTo(!toldMetadata(distribution));
      if (!toldMetadata(distribution)) {
        assertThat(scene.notes()).anyMatch(note -> note.contains("inferred"));
      }
      assertThat(node(scene, ids.get(2)).waitedUs()).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void rowLocksAndMetadataLocksStandInOneTree(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    try (TestSchema schema = TestSchema.on(running);
        Scene pile = Scene.in(schema);
        Connections connections = RealServers.connections(running.password())) {
      var locks = new Locks(connections, Clock.systemUTC());
      long idle = pile.idleInTransaction(1);
      long waiter = pile.rowLockWait(1);
      long alter = pile.metadataWait("ALTER TABLE scene ADD COLUMN extra INT");
      long reader = pile.metadataWait("SELECT COUNT(*) FROM scene");
      LockScene scene = until(locks, server, seen -> seen.tree().waiting() == 3);

      assertThat(node(scene, idle).root()).isTrue();
      assertThat(node(scene, idle).blocks()).as(LockText.of(scene)).isEqualTo(3);
      assertThat(node(scene, idle).frees()).isEqualTo(3);
      assertThat(node(scene, waiter).waits())
          .extracting(LockWait::kind)
          .containsExactly(LockKind.ROW);
      assertThat(node(scene, alter).waits())
          .allMatch(wait -> wait.kind() == LockKind.METADATA)
          .extracting(wait -> wait.blocker().orElseThrow())
          .contains(Who.session(idle));
      assertThat(node(scene, reader).waits())
          .extracting(wait -> wait.blocker().orElseThrow())
          .containsExactly(Who.session(alter));
      assertThat(scene.tree().freedBy(Set.of(Who.session(alter))))
          .containsExactly(Who.session(reader));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aDeadlockThatTheServerHasEndedLeavesNothing(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    try (TestSchema schema = TestSchema.on(running);
        Scene pile = Scene.in(schema);
        Connections connections = RealServers.connections(running.password())) {
      var locks = new Locks(connections, Clock.systemUTC());
      pile.deadlock(1, 2);
      assertThat(until(locks, server, seen -> seen.tree().isEmpty()).tree().waits()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aTransactionWithoutASessionIsARootOfItsOwn(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    try (TestSchema schema = TestSchema.on(running)) {
      try (Scene pile = Scene.in(schema);
          Connections connections = RealServers.connections(running.password())) {
        var locks = new Locks(connections, Clock.systemUTC());
        try (Connection prepared = schema.connect();
            Statement statement = prepared.createStatement()) {
          statement.execute("XA START 'left'");
          statement.execute("UPDATE scene SET v = v + 1 WHERE id = 1");
          statement.execute("XA END 'left'");
          statement.execute("XA PREPARE 'left'");
        }
        long waiter = pile.rowLockWait(1);
        LockScene scene = until(locks, server, seen -> seen.tree().waiting() == 1);
        LockNode root = scene.tree().roots().getFirst();
        assertThat(root.who().hasConnection()).as(LockText.of(scene)).isFalse();
        assertThat(root.children().getFirst().who()).isEqualTo(Who.session(waiter));
        assertThat(root.party().trx().orElseThrow().rowsModified()).isEqualTo(1);
      } finally {
        schema.run("XA ROLLBACK 'left'");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anAccountThatMaySeeNothingIsToldWhatWouldAllowIt(Distribution distribution)
      throws Exception {
    RunningServer running = TestServers.shared(distribution);
    try (TestAccount account = TestAccount.on(running)) {
      Server server =
          RealServers.server(
              "small", running.host(), running.port(), account.user(), Safety.RELAXED);
      try (Connections connections = RealServers.connections(account.password())) {
        LockScene scene = new Locks(connections, Clock.systemUTC()).read(server);
        assertThat(scene.denied()).isNotEmpty();
        assertThat(scene.denied().getFirst().grant()).startsWith("GRANT PROCESS ON *.*");
        assertThat(scene.tree().isEmpty()).isTrue();
      }
    }
  }
}
