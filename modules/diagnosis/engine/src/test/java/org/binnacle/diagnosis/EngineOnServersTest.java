package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.binnacle.diagnosis.innodb.Figure;
import org.binnacle.diagnosis.innodb.InnoDbCourse;
import org.binnacle.diagnosis.innodb.InnoDbReader;
import org.binnacle.diagnosis.innodb.InnoDbScene;
import org.binnacle.diagnosis.innodb.Monitor;
import org.binnacle.diagnosis.variable.MemoryVariables;
import org.binnacle.diagnosis.variable.Origin;
import org.binnacle.diagnosis.variable.Variable;
import org.binnacle.diagnosis.variable.VariableDiff;
import org.binnacle.diagnosis.variable.VariableLooks;
import org.binnacle.diagnosis.variable.VariablesScene;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// InnoDB's figures and variables on every server that the machine can start.
@Tag("server")
class EngineOnServersTest {

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

  @ParameterizedTest
  @MethodSource("all")
  void figuresAreToldWithRatesAndAWaitForARowLockIsUnusual(Distribution distribution)
      throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    try (TestSchema schema = TestSchema.on(running);
        Scene pile = Scene.in(schema);
        Connections connections = RealServers.connections(running.password())) {
      var reader = new InnoDbReader(Clock.systemUTC());
      var course = new InnoDbCourse();
      InnoDbScene first = course.enter(connections.monitor(server, reader::read));
      assertThat(first.measured()).isZero();
      assertThat(first.figure("pool.reads").orElseThrow().value()).isEqualTo("–");
      schema.run("CREATE TABLE work (id INT PRIMARY KEY, v INT)");
      for (int i = 0; i < 20; i++) {
        schema.run("INSERT INTO work VALUES (" + i + ", 1)");
      }
      pile.idleInTransaction(3);
      pile.rowLockWait(3);
      InnoDbScene scene = course.enter(connections.monitor(server, reader::read));
      for (int i = 0;
          i < 50 && scene.figure("locks.waiting").orElseThrow().severity() == Severity.OK;
          i++) {
        scene = course.enter(connections.monitor(server, reader::read));
      }
      assertThat(scene.measured()).isPositive();
      assertThat(scene.figures())
          .extracting(Figure::key)
          .contains(
              "pool.size",
              "pool.free",
              "pool.dirty",
              "pool.hit",
              "pool.reads",
              "pool.wait-free",
              "redo.written",
              "redo.capacity",
              "purge.history",
              "rows.read",
              "rows.inserted",
              "locks.waiting",
              "locks.waits",
              "locks.deadlocks",
              "files.reads",
              "files.fsyncs",
              "files.pending-fsyncs",
              "tmp.disk",
              "hash.on");
      assertThat(scene.figures()).extracting(Figure::key).doesNotHaveDuplicates();
      assertThat(scene.figure("pool.size").orElseThrow().number()).isPositive();
      Figure waiting = scene.figure("locks.waiting").orElseThrow();
      assertThat(waiting.severity()).isEqualTo(Severity.WARNING);
      assertThat(waiting.words()).contains("See Locks");
      assertThat(scene.summary()).contains("unusual").contains("Waiting now");
      assertThat(scene.denied()).isEmpty();
      boolean tellsAge = distribution != Distribution.MYSQL_5_7;
      assertThat(scene.figure("redo.age").isPresent()).isEqualTo(tellsAge);
      if (!tellsAge) {
        assertThat(scene.notes()).hasSize(1).first().asString().contains("checkpoint age");
      }
      assertThat(scene.trends().get("locks.waiting")).hasSizeGreaterThan(1);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theTextOfTheMonitorIsCutAtItsHeadings(Distribution distribution) {
    RunningServer running = TestServers.shared(distribution);
    try (Connections connections = RealServers.connections(running.password())) {
      Server server = server(running);
      Diagnosis diagnosis = RealServers.diagnosis(connections, new FakeAudit(), List.of(server));
      Monitor monitor = diagnosis.innodb().monitor(server.ref()).orElseThrow();
      assertThat(monitor.sections())
          .extracting(Monitor.Part::title)
          .contains("TRANSACTIONS", "FILE I/O", "LOG", "BUFFER POOL AND MEMORY");
      assertThat(monitor.sections()).allMatch(part -> !part.text().contains("-----\nLOG"));
      diagnosis.close();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anAccountWithoutProcessIsToldTheGrantAndSeesTheRest(Distribution distribution)
      throws Exception {
    RunningServer running = TestServers.shared(distribution);
    try (TestAccount account = TestAccount.on(running, "USAGE ON *.*");
        Connections connections = RealServers.connections(account.password())) {
      Server server =
          RealServers.server(
              "poor", running.host(), running.port(), account.user(), Safety.RELAXED);
      var course = new InnoDbCourse();
      var reader = new InnoDbReader(Clock.systemUTC());
      InnoDbScene scene = course.enter(connections.monitor(server, reader::read));
      assertThat(scene.figure("pool.size")).isPresent();
      assertThat(scene.denied()).hasSize(1);
      assertThat(scene.denied().getFirst().grant()).contains("GRANT PROCESS");
      var looks =
          new VariableLooks(
              connections,
              () -> List.of(server),
              new MemoryVariables(),
              Clock.systemUTC(),
              java.util.Optional.empty());
      VariablesScene variables = looks.read(server);
      assertThat(variables.look().variables()).hasSizeGreaterThan(300);
      boolean hidden =
          distribution == Distribution.MYSQL_8_0 || distribution == Distribution.MYSQL_9;
      assertThat(variables.look().denied()).hasSize(hidden ? 1 : 0);
    }
  }

  private static Variable variable(VariablesScene scene, String name) {
    return scene.look().variables().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aVariableThatWasSetIsMarkedWithWhatItWas(Distribution distribution) throws Exception {
    try (RunningServer running = TestServers.start(distribution, Launch.plain());
        Connections connections = RealServers.connections(running.password());
        Connection client = running.connect();
        Statement statement = client.createStatement()) {
      Server server = server(running);
      var looks =
          new VariableLooks(
              connections,
              () -> List.of(server),
              new MemoryVariables(),
              Clock.systemUTC(),
              java.util.Optional.empty());
      VariablesScene first = looks.read(server);
      assertThat(first.since()).isEmpty();
      assertThat(first.changes()).isEmpty();
      String before = variable(first, "max_error_count").value();
      statement.execute("SET GLOBAL max_error_count = 77");
      VariablesScene second = looks.read(server);
      assertThat(second.since()).contains(first.look().at());
      assertThat(second.changes()).hasSize(1);
      var change = Objects.requireNonNull(second.newest().get("max_error_count"));
      assertThat(change.was()).contains(before);
      assertThat(change.now()).contains("77");
      assertThat(looks.read(server).changes()).as("told once").hasSize(1);
      Variable now = variable(second, "max_error_count");
      assertThat(now.dynamic()).contains(true);
      assertThat(variable(second, "datadir").dynamic()).contains(false);
      switch (distribution) {
        case MYSQL_8_0, MYSQL_9 -> {
          assertThat(now.origin()).isEqualTo(Origin.SET);
          assertThat(now.setBy()).startsWith(running.user());
          assertThat(now.setAt()).isPresent();
          assertThat(variable(second, "datadir").origin()).isEqualTo(Origin.COMMAND_LINE);
          Variable plain = variable(second, "max_connect_errors");
          assertThat(plain.usual()).contains(plain.value());
          assertThat(plain.range()).isNotEmpty();
        }
        case MYSQL_5_7 -> {
          assertThat(now.origin()).isEqualTo(Origin.UNKNOWN);
          assertThat(second.look().notes()).hasSize(1);
        }
        case MARIADB_10_11, MARIADB_11_4 -> {
          assertThat(now.origin()).isEqualTo(Origin.SET);
          assertThat(now.usual()).isPresent();
          assertThat(now.comment()).isNotEmpty();
        }
      }
      if (distribution == Distribution.MYSQL_8_0) {
        statement.execute("SET PERSIST_ONLY max_connections = 321");
        assertThat(variable(looks.read(server), "max_connections").persisted())
            .isEqualTo(Optional.of("321"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aServerComparedWithItselfIsSetAlike(Distribution distribution) {
    RunningServer running = TestServers.shared(distribution);
    try (Connections connections = RealServers.connections(running.password())) {
      Server server = server(running);
      var looks =
          new VariableLooks(
              connections,
              () -> List.of(server),
              new MemoryVariables(),
              Clock.systemUTC(),
              java.util.Optional.empty());
      var diff = VariableDiff.of(List.of(looks.read(server).look(), looks.read(server).look()));
      assertThat(diff.unlike()).isEmpty();
      assertThat(diff.lines()).hasSizeGreaterThan(300);
    }
  }
}
