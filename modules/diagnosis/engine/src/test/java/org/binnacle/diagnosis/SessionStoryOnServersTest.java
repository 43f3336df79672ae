package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.binnacle.diagnosis.lock.HeldLock;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.lock.RowLockGroup;
import org.binnacle.diagnosis.lock.SessionStory;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ThreadMemory;
import org.binnacle.diagnosis.session.Want;
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
import org.junit.jupiter.params.provider.EnumSource;

/// What a session ran in its transaction, which locks it has and what memory it uses, beside others
/// that have theirs.
@Tag("server")
class SessionStoryOnServersTest {

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0", "MARIADB_11_4"})
  void theStoryIsOfThatSessionAlone(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server =
        RealServers.server(
            "shop-1", running.host(), running.port(), running.user(), Safety.RELAXED);
    try (TestSchema here = TestSchema.on(running);
        Connection mine = running.connect();
        Connection other = running.connect();
        Statement one = mine.createStatement();
        Statement two = other.createStatement();
        Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis =
            RealServers.diagnosis(connections, new FakeAudit(), List.of(server))) {
      long id = id(one);
      one.execute("CREATE TABLE " + here.name() + ".story_a (id INT PRIMARY KEY, n INT)");
      one.execute("CREATE TABLE " + here.name() + ".story_b (id INT PRIMARY KEY)");
      one.execute("INSERT INTO " + here.name() + ".story_a VALUES (1, 1)");
      other.setAutoCommit(false);
      two.executeQuery("SELECT * FROM " + here.name() + ".story_b").close();
      mine.setAutoCommit(false);
      one.executeUpdate("UPDATE " + here.name() + ".story_a SET n = n + 1 WHERE id = 1");
      ProcessRow row =
          diagnosis.sessions(server, new Want(true, true, 20_000, 1_000)).rows().stream()
              .filter(found -> found.id() == id)
              .findFirst()
              .orElseThrow();
      SessionStory story = diagnosis.session().story(row);
      if (distribution == Distribution.MYSQL_8_0 || distribution == Distribution.MYSQL_9) {
        assertThat(story.ofTransaction()).isTrue();
        assertThat(story.past())
            .extracting(PastStatement::sql)
            .as("nothing that ran before its transaction")
            .singleElement()
            .asString()
            .startsWith("UPDATE");
        assertThat(story.locks())
            .extracting(HeldLock::words)
            .contains(here.name() + ".story_a SHARED_WRITE, transaction");
        assertThat(story.notes()).isEmpty();
      } else {
        assertThat(story.notes()).as("what is missing and how to get it").isNotEmpty();
      }
      assertThat(story.locks()).noneMatch(lock -> lock.words().contains("story_b"));
      mine.rollback();
      other.rollback();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0", "MARIADB_11_4"})
  void aDdlBehindAnIdleReaderIsToldToWaitForItsMetadataLock(Distribution distribution)
      throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server =
        RealServers.server(
            "shop-1", running.host(), running.port(), running.user(), Safety.RELAXED);
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis =
            RealServers.diagnosis(connections, new FakeAudit(), List.of(server))) {
      List<Long> pile = scene.metadataLockPile(1);
      List<ProcessRow> rows =
          diagnosis.sessions(server, new Want(true, true, 20_000, 1_000)).rows();
      SessionStory ddl = diagnosis.session().story(row(rows, pile.get(1)));
      assertThat(ddl.locks().getFirst().pending()).isTrue();
      assertThat(ddl.locks().getFirst().words()).startsWith(schema.name() + ".scene EXCLUSIVE");
      SessionStory reader = diagnosis.session().story(row(rows, pile.get(2)));
      assertThat(reader.locks().getFirst().pending()).isTrue();
      assertThat(reader.locks().getFirst().words()).startsWith(schema.name() + ".scene");
      SessionStory holder = diagnosis.session().story(row(rows, pile.getFirst()));
      assertThat(holder.locks()).noneMatch(HeldLock::pending);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rowLocksAreToldOfTheTransactionThatHoldsThemAndOfTheOneThatWaits(Distribution distribution)
      throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server =
        RealServers.server(
            "shop-1", running.host(), running.port(), running.user(), Safety.RELAXED);
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis =
            RealServers.diagnosis(connections, new FakeAudit(), List.of(server))) {
      long held = scene.idleInTransaction(1);
      long waits = scene.rowLockWait(1);
      List<ProcessRow> rows =
          diagnosis.sessions(server, new Want(true, true, 20_000, 1_000)).rows();
      SessionStory holder = diagnosis.session().story(row(rows, held));
      assertThat(holder.rowLocks()).isNotEmpty().noneMatch(RowLockGroup::pending);
      assertThat(holder.rowLocks().getFirst().words())
          .startsWith(schema.name() + ".scene.PRIMARY X");
      SessionStory waiter = diagnosis.session().story(row(rows, waits));
      assertThat(waiter.rowLocks().getFirst().pending()).isTrue();
      assertThat(waiter.rowLocks().getFirst().words())
          .startsWith(schema.name() + ".scene.PRIMARY X");
    }
  }

  @ParameterizedTest
  @EnumSource
  void veryManyRowLocksAreSaidInWordsAndNotRead(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server =
        RealServers.server(
            "shop-1", running.host(), running.port(), running.user(), Safety.RELAXED);
    try (TestSchema here = TestSchema.on(running);
        Connection mine = running.connect();
        Statement one = mine.createStatement();
        Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis =
            RealServers.diagnosis(connections, new FakeAudit(), List.of(server))) {
      long id = id(one);
      String table = here.name() + ".many";
      one.execute("CREATE TABLE " + table + " (id INT PRIMARY KEY AUTO_INCREMENT, n INT)");
      one.execute("INSERT INTO " + table + " (n) VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9),(10)");
      for (int i = 0; i < 3; i++) {
        one.execute(
            "INSERT INTO %1$s (n) SELECT a.n FROM %1$s a, (SELECT 1 FROM %1$s LIMIT 10) b"
                .formatted(table));
      }
      mine.setAutoCommit(false);
      assertThat(one.executeUpdate("UPDATE " + table + " SET n = n + 1")).isGreaterThan(10_000);
      ProcessRow row =
          row(diagnosis.sessions(server, new Want(true, true, 20_000, 1_000)).rows(), id);
      SessionStory story = diagnosis.session().story(row);
      assertThat(story.rowLocks()).isEmpty();
      assertThat(story.notes())
          .anyMatch(note -> note.matches("Its [0-9,]+ row locks are not listed: .*"));
      mine.rollback();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theMemoryOfAThreadIsToldWhenAskedFor(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server =
        RealServers.server(
            "shop-1", running.host(), running.port(), running.user(), Safety.RELAXED);
    try (Connection mine = running.connect();
        Statement one = mine.createStatement();
        Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis =
            RealServers.diagnosis(connections, new FakeAudit(), List.of(server))) {
      ProcessRow row =
          row(diagnosis.sessions(server, new Want(true, true, 20_000, 1_000)).rows(), id(one));
      ThreadMemory memory = diagnosis.session().memory(row);
      if (distribution == Distribution.MYSQL_5_7) {
        assertThat(memory.words()).as("its instruments are off").startsWith("not counted");
      } else {
        assertThat(memory.bytes()).isGreaterThan(1_000);
        assertThat(memory.words()).matches("[0-9.,]+ [KM]iB.*");
      }
      if (distribution == Distribution.MYSQL_8_0 || distribution == Distribution.MYSQL_9) {
        assertThat(memory.parts())
            .extracting(ThreadMemory.Part::name)
            .contains("memory/sql/THD::main_mem_root");
      }
    }
  }

  private static ProcessRow row(List<ProcessRow> rows, long id) {
    return rows.stream().filter(row -> row.id() == id).findFirst().orElseThrow();
  }

  private static long id(Statement statement) throws Exception {
    try (var rows = statement.executeQuery("SELECT CONNECTION_ID()")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
