package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.binnacle.diagnosis.topsql.DigestReader;
import org.binnacle.diagnosis.topsql.Digests;
import org.binnacle.diagnosis.topsql.Ledger;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.diagnosis.topsql.TopSqlWatch;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Progress;
import org.binnacle.kernel.Safety;
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

@SuppressWarnings("NullAway")
@Tag("server")
class TopSqlOnServersTest {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

  private final DigestReader reader = new DigestReader(Clock.systemUTC());

  static List<Distribution> all() {
    return TestServers.available();
  }

  /// With digests: MariaDB is started with performance_schema, which it has off by itself.
  static RunningServer counting(Distribution distribution) {
    return TestServers.start(distribution, Launch.plain().with("--performance-schema=ON"));
  }

  private static Server server(RunningServer running) {
    return RealServers.server(
        running.distribution().name(),
        running.host(),
        running.port(),
        running.user(),
        Safety.RELAXED);
  }

  private Digests look(Connections connections, Server server, long withinS) {
    return connections.monitor(server, session -> reader.read(session, withinS));
  }

  private static void work(Connection connection, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      try (Statement statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT v FROM scene WHERE v + 0 = " + i)) {
        while (rows.next()) {
          assertThat(rows.getInt(1)).isNotNegative();
        }
      }
    }
    try (PreparedStatement wrong = connection.prepareStatement("SELECT nothing FROM nowhere")) {
      wrong.execute();
    } catch (java.sql.SQLException expected) {
      assertThat(expected.getErrorCode()).isEqualTo(1146);
    }
    // A statement is counted after its answer is sent; before the next one it is.
    try (Statement statement = connection.createStatement()) {
      statement.execute("DO 0");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void countsOfAKnownWorkloadAreExactAndATruncateIsAGap(Distribution distribution)
      throws Exception {
    try (RunningServer running = counting(distribution);
        TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connections connections = RealServers.connections(running.password());
        Connection client = schema.connect()) {
      Server server = server(running);
      assertThat(scene).isNotNull();
      var ledger = new Ledger();
      assertThat(ledger.enter(look(connections, server, -1)))
          .isInstanceOf(Ledger.Entry.First.class);
      work(client, 37);
      // The second look asks only for what ran since the first.
      long within = ledger.seenWithinS(System.nanoTime());
      assertThat(within).isPositive();
      var counted = (Ledger.Entry.Counted) ledger.enter(look(connections, server, within));
      var reads =
          counted.slice().rows().entrySet().stream()
              .filter(row -> row.getKey().schema().equals(schema.name()))
              .filter(row -> row.getValue().count() == 37)
              .toList();
      assertThat(reads).hasSize(1);
      var read = reads.getFirst();
      assertThat(read.getValue().examined()).isEqualTo(370);
      assertThat(read.getValue().sent()).isEqualTo(10);
      assertThat(read.getValue().noIndex()).isEqualTo(37);
      assertThat(read.getValue().timeUs()).isPositive();
      assertThat(counted.fresh()).contains(read.getKey());
      assertThat(counted.slice().rows().values().stream().mapToLong(row -> row.errors()).sum())
          .isGreaterThanOrEqualTo(1);
      var texts =
          connections.monitor(server, session -> reader.texts(session, List.of(read.getKey())));
      assertThat(texts.get(read.getKey()).text()).contains("FROM `scene` WHERE `v` + ? = ?");
      if (distribution == Distribution.MYSQL_8_0 || distribution == Distribution.MYSQL_9) {
        assertThat(texts.get(read.getKey()).sample()).contains("FROM scene WHERE v + 0 =");
        assertThat(ledger.row(read.getKey()).orElseThrow().p95Us()).isPositive();
      }

      work(client, 5);
      try (Statement statement = client.createStatement()) {
        statement.execute("TRUNCATE TABLE performance_schema.events_statements_summary_by_digest");
      }
      // Where first_seen is told in microseconds, a larger count does not hide that it began anew.
      boolean fine = distribution == Distribution.MYSQL_8_0 || distribution == Distribution.MYSQL_9;
      work(client, fine ? 50 : 3);
      var gap = ledger.enter(look(connections, server, ledger.seenWithinS(System.nanoTime())));
      assertThat(gap).isInstanceOf(Ledger.Entry.Gap.class);
      assertThat(((Ledger.Entry.Gap) gap).why()).contains("emptied");
      // After it counting begins anew with a whole look.
      assertThat(ledger.seenWithinS(System.nanoTime())).isNegative();
      assertThat(ledger.enter(look(connections, server, -1)))
          .isInstanceOf(Ledger.Entry.First.class);
      work(client, 3);
      var again = (Ledger.Entry.Counted) ledger.enter(look(connections, server, 60));
      assertThat(again.slice().rows().get(read.getKey()).count()).isEqualTo(3);
      assertThat(again.slice().rows().values()).noneMatch(row -> row.count() < 0);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aFullTableIsTold(Distribution distribution) throws Exception {
    try (RunningServer running =
            TestServers.start(
                distribution,
                Launch.plain()
                    .with("--performance-schema=ON", "--performance-schema-digests-size=3"));
        TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connections connections = RealServers.connections(running.password());
        Connection client = schema.connect()) {
      Server server = server(running);
      assertThat(scene).isNotNull();
      var ledger = new Ledger();
      ledger.enter(look(connections, server, -1));
      work(client, 11);
      var counted = (Ledger.Entry.Counted) ledger.enter(look(connections, server, 60));
      assertThat(counted.slice().others().count()).isGreaterThanOrEqualTo(11);
      assertThat(counted.slice().rows()).doesNotContainKey(StatementKey.OTHERS);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void measuringTellsWhatRanAndSamplingNeedsNoDigests(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server = server(running);
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connections connections = RealServers.connections(running.password());
        TopSql topSql = new TopSql(connections, () -> List.of(server), Clock.systemUTC())) {
      scene.sleeper(30);
      TopWindow sampled =
          topSql.sampled(server, Duration.ofSeconds(2), Progress.silent(), new Cancel());
      var sleeper =
          sampled.rows().stream()
              .filter(row -> row.text().text().contains("SLEEP"))
              .filter(row -> row.key().schema().equals(schema.name()))
              .findFirst()
              .orElseThrow();
      assertThat(sleeper.load()).isEqualTo(1.0);
      assertThat(sleeper.text().sample()).isEqualTo("SELECT SLEEP(30)");
      TopWindow measured =
          topSql.measure(server, Duration.ofSeconds(1), Progress.silent(), new Cancel());
      if (distribution == Distribution.MARIADB_11_4 || distribution == Distribution.MARIADB_10_11) {
        assertThat(measured.missing().getFirst().words()).contains("performance_schema is off");
        assertThat(measured.missing().getFirst().remedy()).contains("performance_schema=ON");
      } else {
        assertThat(measured.missing()).isEmpty();
        assertThat(measured.measured()).isGreaterThan(Duration.ofMillis(900));
        assertThat(topSql.sinceStart(server).rows()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anAccountWithoutThePrivilegeIsToldTheGrant(Distribution distribution) throws Exception {
    try (RunningServer running = counting(distribution);
        TestAccount account = TestAccount.on(running, "PROCESS ON *.*");
        Connections connections = RealServers.connections(account.password())) {
      Server server =
          RealServers.server(
              "poor", running.host(), running.port(), account.user(), Safety.RELAXED);
      Digests look = look(connections, server, -1);
      assertThat(look.missing().orElseThrow().words()).startsWith("denied");
      assertThat(look.missing().orElseThrow().remedy())
          .contains("GRANT SELECT ON performance_schema.*");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aWatchTellsOfTheLastMinute(Distribution distribution) throws Exception {
    try (RunningServer running = counting(distribution);
        TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connections connections = RealServers.connections(running.password());
        Connection client = schema.connect()) {
      Server server = server(running);
      assertThat(scene).isNotNull();
      var measured = new CountDownLatch(1);
      var watched = new AtomicReference<TopSqlWatch>();
      Runnable onNews =
          () -> {
            TopSqlWatch watch = watched.get();
            if (watch != null
                && watch.window(Duration.ofMinutes(1)).measured().compareTo(LONG_ENOUGH) > 0) {
              measured.countDown();
            }
          };
      try (TopSql topSql = new TopSql(connections, () -> List.of(server), Clock.systemUTC());
          var watch = topSql.watch(List.of(server.ref()), onNews)) {
        watched.set(watch);
        work(client, 7);
        assertThat(measured.await(60, TimeUnit.SECONDS)).isTrue();
        TopWindow window = watch.window(Duration.ofMinutes(1));
        assertThat(window.measured()).isLessThan(Duration.ofSeconds(61));
        assertThat(watch.sinceStart()).isPresent();
        assertThat(window.rows()).isNotEmpty().allMatch(row -> row.counters().count() > 0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whoLooksSoonReadsAllTextsThoughItWasKeptInTheBack(Distribution distribution)
      throws Exception {
    int many = 90;
    try (RunningServer running = counting(distribution);
        TestSchema schema = TestSchema.on(running);
        Connections connections = RealServers.connections(running.password());
        Connection client = schema.connect()) {
      Server server = server(running);
      try (Statement statement = client.createStatement()) {
        for (int i = 0; i < many; i++) {
          statement.execute("SELECT 1 AS text_" + i);
        }
      }
      try (TopSql topSql = new TopSql(connections, () -> List.of(server), Clock.systemUTC());
          var back = topSql.watch(List.of(server.ref()), () -> {})) {
        back.rest(true);
        var whole = new CountDownLatch(1);
        var front = new AtomicReference<TopSqlWatch>();
        Runnable onNews =
            () -> {
              TopSqlWatch watch = front.get();
              if (watch != null
                  && watch.sinceStart().filter(seen -> told(seen, many)).isPresent()) {
                whole.countDown();
              }
            };
        try (var watch = topSql.watch(List.of(server.ref()), onNews)) {
          front.set(watch);
          assertThat(whole.await(20, TimeUnit.SECONDS)).as("texts of %d statements", many).isTrue();
        }
      }
    }
  }

  private static boolean told(TopWindow seen, int many) {
    return seen.rows().stream().filter(row -> row.text().text().contains("text_")).count() == many;
  }
}
