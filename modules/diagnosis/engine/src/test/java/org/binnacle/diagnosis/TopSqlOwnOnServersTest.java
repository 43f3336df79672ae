package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.binnacle.diagnosis.topsql.TopRow;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.diagnosis.topsql.TopSqlWatch;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What servers that keep no sample tell none the less: whose statement it is, and one that ran.
@SuppressWarnings("NullAway")
@Tag("server")
class TopSqlOwnOnServersTest {
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

  /// Waits until a window is as wanted.
  private static TopWindow until(
      TopSql topSql,
      Server server,
      Function<TopSqlWatch, Optional<TopWindow>> window,
      Predicate<TopWindow> wanted)
      throws InterruptedException {
    var done = new CountDownLatch(1);
    var watch = new AtomicReference<TopSqlWatch>();
    Runnable onNews =
        () -> {
          TopSqlWatch on = watch.get();
          if (on != null && window.apply(on).filter(wanted).isPresent()) {
            done.countDown();
          }
        };
    try (var on = topSql.watch(List.of(server.ref()), onNews)) {
      watch.set(on);
      boolean came = done.await(45, TimeUnit.SECONDS);
      TopWindow seen = window.apply(on).orElseThrow();
      assertThat(came).as(() -> words(seen)).isTrue();
      return seen;
    }
  }

  private static String words(TopWindow seen) {
    return String.join(
        "\n", seen.rows().stream().map(row -> row.text().ours() + " " + row.text()).toList());
  }

  private static boolean asksServers(TopRow row) {
    String text = row.text().text().toLowerCase(Locale.ROOT);
    // What is asked at a connect has run once.
    return row.counters().count() > 1
        && (text.contains("`performance_schema` .")
            || text.contains("`information_schema` .")
            || text.startsWith("do ?"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void itsOwnStatementsAreKnownWithoutASample(Distribution distribution) throws Exception {
    try (RunningServer running = TopSqlOnServersTest.counting(distribution);
        Connections connections = RealServers.connections(running.password())) {
      Server server = server(running);
      try (Diagnosis diagnosis =
              RealServers.diagnosis(connections, new FakeAudit(), List.of(server));
          TopSql topSql = new TopSql(connections, () -> List.of(server), Clock.systemUTC())) {
        var instances = List.of(server.ref());
        var second = Duration.ofSeconds(1);
        try (var sessions = diagnosis.watch(instances, second, seen -> {});
            var transactions = diagnosis.watchTransactions(instances, second, seen -> {});
            var replication = diagnosis.watchReplication(instances, second, seen -> {})) {
          assertThat(List.of(sessions, transactions, replication)).hasSize(3);
          TopWindow seen =
              until(
                  topSql,
                  server,
                  on -> Optional.of(on.window(Duration.ofMinutes(5))),
                  window ->
                      window.rows().stream().filter(TopSqlOwnOnServersTest::asksServers).count() > 2
                          && window.rows().stream().noneMatch(row -> row.text().text().isEmpty()));
          assertThat(seen.rows().stream().filter(TopSqlOwnOnServersTest::asksServers).toList())
              .isNotEmpty()
              .allMatch(row -> row.text().ours());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void oneThatRanIsFoundWhereTheServerRemembersIt(Distribution distribution) throws Exception {
    try (RunningServer running = TopSqlOnServersTest.counting(distribution);
        TestSchema schema = TestSchema.on(running);
        Connections connections = RealServers.connections(running.password());
        Connection client = schema.connect();
        Statement statement = client.createStatement()) {
      remember(running);
      statement.execute("SELECT 'a value that was asked for' AS wanted");
      Server server = server(running);
      try (TopSql topSql = new TopSql(connections, () -> List.of(server), Clock.systemUTC())) {
        TopWindow seen =
            until(
                topSql,
                server,
                on -> {
                  on.sinceStart().stream()
                      .flatMap(TopSqlOwnOnServersTest::wanted)
                      .forEach(row -> on.seek(row.key()));
                  return on.sinceStart();
                },
                window -> wanted(window).anyMatch(row -> !row.text().sample().isEmpty()));
        assertThat(wanted(seen).toList())
            .singleElement()
            .satisfies(
                row -> {
                  assertThat(row.text().sample()).contains("'a value that was asked for'");
                  assertThat(row.text().explainable()).isTrue();
                });
      }
    }
  }

  private static Stream<TopRow> wanted(TopWindow window) {
    return window.rows().stream().filter(row -> row.text().text().contains("`wanted`"));
  }

  /// MariaDB has what sessions ran switched off by itself.
  private static void remember(RunningServer running) throws Exception {
    try (Connection root = running.connect();
        Statement statement = root.createStatement()) {
      statement.execute(
          "UPDATE performance_schema.setup_consumers SET ENABLED = 'YES'"
              + " WHERE NAME IN ('events_statements_current', 'events_statements_history')");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatRunsIsSampledWithoutDigests(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    var found = new AtomicReference<TopRow>();
    var seen = new CountDownLatch(1);
    try (TestSchema schema = TestSchema.on(running);
        Connections connections = RealServers.connections(running.password());
        Connection client = schema.connect();
        Statement statement = client.createStatement();
        TopSql topSql = new TopSql(connections, () -> List.of(server), Clock.systemUTC())) {
      var sleeper = Thread.ofVirtual().start(() -> sleep(statement));
      try (var rounds =
          topSql.sampling(
              List.of(server.ref()),
              round ->
                  round.stream()
                      .flatMap(one -> one.value().stream())
                      .flatMap(window -> window.rows().stream())
                      .filter(row -> row.text().sample().contains("SLEEP(4"))
                      .findFirst()
                      .filter(row -> row.counters().count() >= 2)
                      .ifPresent(
                          row -> {
                            found.set(row);
                            seen.countDown();
                          }))) {
        assertThat(rounds).isNotNull();
        assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(found.get().load()).isGreaterThan(0.5);
      statement.cancel();
      sleeper.join();
    }
  }

  private static void sleep(Statement statement) {
    try {
      statement.execute("SELECT SLEEP(40)");
    } catch (SQLException ended) {
      // The test is over and has ended it.
    }
  }
}
