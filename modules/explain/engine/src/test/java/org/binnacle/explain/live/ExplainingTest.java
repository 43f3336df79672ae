package org.binnacle.explain.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.live.Explained.Origin;
import org.binnacle.explain.schema.IndexInfo;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.SqlFaults;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestAccount;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plans of every server that can be had here.
@SuppressWarnings("NullAway")
@Tag("server")
final class ExplainingTest {
  private final RealServers servers = new RealServers();

  static List<Distribution> distributions() {
    return TestServers.available();
  }

  @AfterEach
  void close() {
    servers.close();
  }

  private record Bed(RunningServer server, TestSchema schema, InstanceRef ref)
      implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      schema.close();
    }

    Optional<String> database() {
      return Optional.of(schema.name());
    }

    Question ask(String sql) {
      return Question.of(sql, database());
    }

    long count(String sql) throws SQLException {
      try (Connection connection = schema.connect();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private Bed bed(Distribution distribution) throws SQLException {
    RunningServer server = TestServers.shared(distribution);
    TestSchema schema = TestSchema.on(server);
    schema.run(
        "CREATE TABLE ten (n INT PRIMARY KEY)",
        "INSERT INTO ten VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)",
        """
        CREATE TABLE orders (id INT PRIMARY KEY, customer INT NOT NULL, code VARCHAR(20) NOT NULL,
          total DECIMAL(9,2), KEY by_code (code), KEY by_customer (customer, total))""",
        """
        INSERT INTO orders SELECT a.n + 10*b.n + 100*c.n + 1000*d.n, (a.n + b.n) * 7,
          CONCAT('c', a.n, b.n), c.n FROM ten a, ten b, ten c, ten d""",
        "CREATE TABLE old_log (id INT, words VARCHAR(10)) ENGINE=MyISAM",
        "INSERT INTO old_log VALUES (1, 'a'), (2, 'b')",
        """
        CREATE TABLE parted (id INT, day INT) PARTITION BY RANGE (day)
          (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20))""",
        "INSERT INTO parted VALUES (1, 1), (2, 11)",
        "ANALYZE TABLE orders, parted");
    return new Bed(server, schema, servers.of(server, Safety.RELAXED));
  }

  private static FaultCode fault(ThrowingCallable call) {
    Fault fault = catchThrowableOfType(Fault.class, call);
    assertThat(fault).as("a fault").isNotNull();
    return fault.code();
  }

  private static List<String> insights(Explained explained) {
    return explained.findings().stream().map(Finding::insight).toList();
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void everyFormThatAServerHasIsRead(Distribution distribution) throws SQLException {
    try (Bed bed = bed(distribution)) {
      boolean maria = bed.server().version().contains("MariaDB");
      boolean nine = distribution == Distribution.MYSQL_9;
      boolean old = distribution == Distribution.MYSQL_5_7;
      String sql = "SELECT o.id FROM orders o JOIN ten t ON o.customer = t.n WHERE o.code = 'c11';";
      PlanFormat best = estimate(bed, sql, Form.BEST);
      assertThat(best)
          .isEqualTo(
              maria
                  ? PlanFormat.MARIADB_JSON
                  : nine ? PlanFormat.JSON_V2 : old ? PlanFormat.JSON_V1 : PlanFormat.TREE);
      assertThat(estimate(bed, sql, Form.TABULAR)).isEqualTo(PlanFormat.TABULAR);
      assertThat(estimate(bed, sql, Form.JSON_V1))
          .isEqualTo(maria ? PlanFormat.MARIADB_JSON : PlanFormat.JSON_V1);
      assertThat(estimate(bed, sql, Form.JSON))
          .isEqualTo(
              maria ? PlanFormat.MARIADB_JSON : nine ? PlanFormat.JSON_V2 : PlanFormat.JSON_V1);
      if (maria || old) {
        assertThat(fault(() -> estimate(bed, sql, Form.TREE))).isEqualTo(ExplainFaults.NO_FORM);
      } else {
        assertThat(estimate(bed, sql, Form.TREE)).isEqualTo(PlanFormat.TREE);
      }
    }
  }

  private PlanFormat estimate(Bed bed, String sql, Form form) {
    return servers
        .explaining
        .estimate(bed.ref(), new Question(sql, bed.database(), form), Cancel.never())
        .plan()
        .format();
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void tablesWarningsAndRewrittenStatementAreKept(Distribution distribution) throws SQLException {
    try (Bed bed = bed(distribution)) {
      Explained explained =
          servers.explaining.estimate(
              bed.ref(), bed.ask("SELECT * FROM orders o WHERE o.code = 12"), Cancel.never());
      TableInfo orders = explained.tables().get("o");
      assertThat(orders).as("table o of " + explained.plan().raw()).isNotNull();
      assertThat(orders.name()).isEqualTo("orders");
      // 10,000 by the server's own guess, which is now and then far off.
      assertThat(orders.rows().orElse(0)).isBetween(1_000L, 40_000L);
      assertThat(orders.indexes().stream().map(IndexInfo::name))
          .containsExactly("PRIMARY", "by_code", "by_customer");
      IndexInfo customer = orders.indexes().getLast();
      assertThat(customer.columns()).containsExactly("customer", "total");
      assertThat(customer.parts().getFirst().cardinality().orElse(0)).isBetween(5L, 100L);
      assertThat(orders.ddl()).contains("CREATE TABLE `orders`");
      assertThat(orders.column("code").orElseThrow().type()).isEqualTo("varchar(20)");
      assertThat(explained.rewritten().orElse("")).contains("`o`.`code`");
      assertThat(explained.notes()).isEmpty();
      assertThat(explained.facts().variables()).containsKey("optimizer_switch");
      assertThat(insights(explained)).contains("condition.conversion");
      assertThat(explained.warnings().stream().map(ServerNote::code)).contains(1003);
      if (!bed.server().version().contains("MariaDB")) {
        assertThat(explained.warnings().stream().map(ServerNote::code)).contains(1739);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void factsReachTheInsights(Distribution distribution) throws SQLException {
    try (Bed bed = bed(distribution)) {
      var explaining = servers.explaining;
      assertThat(
              insights(
                  explaining.estimate(
                      bed.ref(), bed.ask("SELECT * FROM old_log l"), Cancel.never())))
          .contains("engine.other");
      Form form = bed.server().version().contains("MariaDB") ? Form.JSON : Form.JSON_V1;
      assertThat(
              insights(
                  explaining.estimate(
                      bed.ref(),
                      new Question("SELECT * FROM parted p", bed.database(), form),
                      Cancel.never())))
          .contains("partitions.all");
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void dmlIsExplainedAndNotRun(Distribution distribution) throws SQLException {
    try (Bed bed = bed(distribution)) {
      for (String sql :
          List.of(
              "UPDATE orders SET total = 0 WHERE customer = 7",
              "DELETE FROM orders WHERE customer = 7",
              "DELETE o FROM orders o JOIN ten t ON o.customer = t.n",
              "INSERT INTO orders SELECT id + 100000, 1, 'x', 1 FROM orders",
              "REPLACE INTO ten VALUES (1)")) {
        Explained explained = servers.explaining.estimate(bed.ref(), bed.ask(sql), Cancel.never());
        assertThat(explained.plan().nodes()).as(sql).isNotEmpty();
        assertThat(explained.plan().raw()).doesNotContain("not executable");
      }
      assertThat(bed.count("SELECT COUNT(*) FROM orders WHERE total IS NOT NULL"))
          .isEqualTo(10_000);
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void aSelectIsMeasured(Distribution distribution) throws SQLException {
    try (Bed bed = bed(distribution)) {
      Question question = bed.ask("SELECT COUNT(*) FROM orders o WHERE o.customer = 14");
      if (distribution == Distribution.MYSQL_5_7) {
        assertThat(fault(() -> measure(bed, question))).isEqualTo(ExplainFaults.NO_MEASURE);
        return;
      }
      Explained explained = measure(bed, question);
      assertThat(explained.plan().analysed()).isTrue();
      assertThat(explained.origin()).isEqualTo(Origin.MEASURED);
      assertThat(explained.tables()).containsKey("o");
    }
  }

  private Explained measure(Bed bed, Question question) {
    return servers.explaining.measure(
        bed.ref(), question, Explaining.CAP, Confirmation.none(), Cancel.never());
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void whatCouldChangeOrLockIsNotMeasured(Distribution distribution) throws SQLException {
    try (Bed bed = bed(distribution)) {
      for (String sql :
          List.of(
              "DELETE FROM orders",
              "DELETE o FROM orders o JOIN ten t ON o.customer = t.n",
              "WITH c AS (SELECT 1) DELETE FROM orders",
              "SELECT * FROM orders FOR UPDATE",
              "SELECT * FROM orders INTO OUTFILE '/tmp/binnacle'",
              "INSERT INTO ten VALUES (77)")) {
        assertThat(fault(() -> measure(bed, bed.ask(sql))))
            .as(sql)
            .isEqualTo(ExplainFaults.NOT_MEASURABLE);
      }
      bed.schema()
          .run(
              "CREATE TABLE kept (n INT)",
              """
              CREATE FUNCTION writes(n INT) RETURNS INT DETERMINISTIC MODIFIES SQL DATA
              BEGIN INSERT INTO kept VALUES (n); RETURN n; END""");
      if (distribution != Distribution.MYSQL_5_7) {
        assertThat(fault(() -> measure(bed, bed.ask("SELECT writes(id) FROM orders WHERE id < 3"))))
            .isEqualTo(SqlFaults.READ_ONLY);
      }
      Fault fault =
          catchThrowableOfType(
              Fault.class,
              () ->
                  servers.explaining.estimate(
                      bed.ref(),
                      bed.ask("SELECT * FROM orders WHERE id = writes(4)"),
                      Cancel.never()));
      if (fault != null) {
        assertThat(fault.code()).isEqualTo(SqlFaults.READ_ONLY);
      }
      assertThat(estimated(bed, "UPDATE orders SET total = 1 WHERE id = writes(5)"))
          .isEqualTo(ExplainFaults.FUNCTION);
      assertThat(bed.count("SELECT COUNT(*) FROM kept")).isZero();
    }
  }

  private static final String LONG =
      "SELECT COUNT(*) FROM orders a, orders b, orders c WHERE a.total + b.total + c.total > 1e9";

  @ParameterizedTest
  @MethodSource("distributions")
  void aMeasureEndsAtItsCapAndWhenItIsCancelled(Distribution distribution) throws Exception {
    if (distribution == Distribution.MYSQL_5_7) {
      return;
    }
    try (Bed bed = bed(distribution)) {
      long began = System.nanoTime();
      Question question = bed.ask(LONG);
      var cap = Duration.ofSeconds(1);
      try {
        Explained part =
            servers.explaining.measure(
                bed.ref(), question, cap, Confirmation.none(), Cancel.never());
        // MySQL tells what it measured until then.
        assertThat(part.notes().getFirst()).contains("it was ended after 1 s");
        assertThat(part.plan().analysed()).isTrue();
      } catch (Fault fault) {
        assertThat(fault.code()).isIn(SqlFaults.TIME_LIMIT, ExplainFaults.STOPPED);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
      var cancel = new Cancel();
      var running =
          CompletableFuture.supplyAsync(
              () ->
                  fault(
                      () ->
                          servers.explaining.measure(
                              bed.ref(),
                              bed.ask(LONG),
                              Explaining.CAP,
                              Confirmation.none(),
                              cancel)));
      String mine =
          "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%ANALYZE%1e9%' AND"
              + " id <> CONNECTION_ID()";
      while (bed.count(mine) == 0) {
        assertThat(running).isNotDone();
        Thread.onSpinWait();
      }
      cancel.ask();
      assertThat(running.get()).isEqualTo(Fault.CANCELLED);
      while (bed.count(mine) > 0) {
        Thread.onSpinWait();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void whereCareIsAskedForTheNameIsTyped(Distribution distribution) throws SQLException {
    try (Bed bed = bed(distribution)) {
      InstanceRef strict = servers.of(bed.server(), Safety.STRICT);
      Question question = bed.ask("SELECT 1 FROM ten");
      assertThat(
              fault(
                  () ->
                      servers.explaining.measure(
                          strict, question, Explaining.CAP, Confirmation.none(), Cancel.never())))
          .isEqualTo(ExplainFaults.NEEDS_NAME);
      if (distribution != Distribution.MYSQL_5_7) {
        assertThat(
                servers
                    .explaining
                    .measure(
                        strict,
                        question,
                        Explaining.CAP,
                        new Confirmation(strict.name()),
                        Cancel.never())
                    .plan()
                    .analysed())
            .isTrue();
      }
      assertThat(servers.explaining.estimate(strict, question, Cancel.never()).plan().nodes())
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void aRunningThreadTellsItsOwnPlan(Distribution distribution) throws SQLException {
    try (Bed bed = bed(distribution);
        Connection busy = bed.schema().connect()) {
      long id =
          RealServers.start(
              busy,
              bed.server(),
              "SELECT COUNT(*) FROM orders o JOIN ten t ON o.customer = t.n WHERE SLEEP(1) = 0");
      Explained explained = servers.explaining.running(bed.ref(), id, Form.BEST, Cancel.never());
      assertThat(explained.notes()).isEmpty();
      assertThat(explained.origin()).isEqualTo(Origin.RUNNING);
      assertThat(explained.sql()).contains("SLEEP(1)");
      assertThat(explained.database()).contains(bed.schema().name());
      assertThat(explained.tables()).containsKeys("o", "t");
      assertThat(explained.facts().fresh()).isPresent();
      RealServers.end(bed.server(), id);
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void aLesserAccountGetsThePlanOfTheText(Distribution distribution) throws SQLException {
    try (Bed bed = bed(distribution);
        TestAccount account =
            TestAccount.on(
                bed.server(),
                "PROCESS ON *.*",
                "SELECT ON performance_schema.*",
                "SELECT ON " + bed.schema().name() + ".*");
        Connection busy = bed.schema().connect()) {
      long id =
          RealServers.start(busy, bed.server(), "SELECT COUNT(*) FROM orders o WHERE SLEEP(1) = 0");
      Explained explained =
          servers.explaining.running(
              servers.of(bed.server(), account), id, Form.BEST, Cancel.never());
      if (bed.server().version().contains("MariaDB")) {
        // PROCESS is enough there.
        assertThat(explained.origin()).isEqualTo(Origin.RUNNING);
      } else {
        assertThat(explained.origin()).isEqualTo(Origin.RUNNING_TEXT);
        assertThat(explained.notes().getFirst()).contains("every global privilege");
      }
      assertThat(explained.tables()).containsKey("o");
      RealServers.end(bed.server(), id);
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void aThreadThatWaitsForALockIsToldQuickly(Distribution distribution) throws SQLException {
    try (Bed bed = bed(distribution);
        Scene scene = Scene.in(bed.schema())) {
      var _ = scene.idleInTransaction(1);
      long waiter = scene.rowLockWait(1);
      long began = System.nanoTime();
      Explained explained =
          servers.explaining.running(bed.ref(), waiter, Form.BEST, Cancel.never());
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
      assertThat(explained.sql()).startsWith("UPDATE scene");
      if (bed.server().version().contains("MariaDB")) {
        assertThat(explained.origin()).isEqualTo(Origin.RUNNING_TEXT);
        assertThat(explained.notes().getFirst()).contains("waits for a lock");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void whatCannotBeExplainedIsSaid(Distribution distribution) throws SQLException {
    try (Bed bed = bed(distribution);
        Scene scene = Scene.in(bed.schema())) {
      var explaining = servers.explaining;
      long idle = scene.idleInTransaction(1);
      assertThat(fault(() -> explaining.running(bed.ref(), idle, Form.BEST, Cancel.never())))
          .isEqualTo(ExplainFaults.IDLE);
      assertThat(fault(() -> explaining.running(bed.ref(), 999_999_999, Form.BEST, Cancel.never())))
          .isEqualTo(SqlFaults.NO_SUCH_THREAD);
      assertThat(estimated(bed, "ALTER TABLE ten ADD x INT"))
          .isEqualTo(ExplainFaults.NOT_EXPLAINABLE);
      assertThat(estimated(bed, "SELECT * FROM ten WHERE n IN (...")).isEqualTo(ExplainFaults.CUT);
      assertThat(estimated(bed, "SELECT 'not ended")).isEqualTo(ExplainFaults.CUT);
      assertThat(estimated(bed, "SELECT 1; SELECT 2")).isEqualTo(ExplainFaults.SEVERAL);
      assertThat(estimated(bed, "SELECT * FROM ten WHERE n = ?"))
          .isEqualTo(ExplainFaults.PLACEHOLDERS);
      assertThat(estimated(bed, "SELECT FROM WHERE")).isEqualTo(SqlFaults.SYNTAX);
      assertThat(estimated(bed, " -- nothing")).isEqualTo(ExplainFaults.EMPTY);
    }
  }

  private FaultCode estimated(Bed bed, String sql) {
    return fault(() -> servers.explaining.estimate(bed.ref(), bed.ask(sql), Cancel.never()));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void behindAPendingAlterItGivesUpSoon(Distribution distribution) throws SQLException {
    try (Bed bed = bed(distribution);
        Scene scene = Scene.in(bed.schema())) {
      var _ = scene.metadataLockPile(0);
      assertThat(estimated(bed, "SELECT * FROM scene"))
          .isIn(SqlFaults.LOCK_WAIT, SqlFaults.TIME_LIMIT);
    }
  }
}
