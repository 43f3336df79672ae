package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.Rollback;
import org.binnacle.diagnosis.kill.RollbackRates;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How long a rollback takes, told before and seen.
@SuppressWarnings("NullAway")
@Tag("server")
class RollbackOnServersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void thePreviewTellsWhatARollbackTakesAndItsRateIsSeenWhereTheServerShowsIt(
      Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server =
        RealServers.server(
            distribution.name(), running.host(), running.port(), running.user(), Safety.RELAXED);
    try (TestSchema schema = TestSchema.on(running);
        Connections connections = RealServers.connections(running.password());
        Connection victim = schema.connect()) {
      run(victim, "CREATE TABLE big (id INT PRIMARY KEY AUTO_INCREMENT, v INT, w CHAR(100))");
      run(victim, "INSERT INTO big (v, w) VALUES (1,'x'),(2,'x'),(3,'x'),(4,'x')");
      for (int doubled = 0; doubled < 17; doubled++) {
        run(victim, "INSERT INTO big (v, w) SELECT v, w FROM big");
      }
      victim.setAutoCommit(false);
      long id = id(victim);
      run(victim, "UPDATE big SET v = v + 1, w = 'y'");

      KillPlan plan =
          RealServers.kill(connections, new FakeAudit())
              .plan(server, Verb.CONNECTION, List.of(Target.of(id)));
      Rollback told = plan.going().getFirst().rollback();
      assertThat(told.rows().orElseThrow()).isGreaterThanOrEqualTo(500_000);
      assertThat(told.from()).isEqualTo(Rollback.From.OWN_PACE);
      assertThat(told.us().orElseThrow()).isBetween(1_000_000L, PATIENCE.toNanos() / 1_000);
      assertThat(plan.longestRollback()).contains(told);

      if (distribution == Distribution.MYSQL_8_0) {
        // MariaDB takes a killed thread out of its list before it rolls back.
        aRateIsSeen(running, connections, server, id);
      }
      victim.abort(Runnable::run);
    }
  }

  private static void aRateIsSeen(
      RunningServer running, Connections connections, Server server, long id)
      throws SQLException, InterruptedException {
    var rates = new RollbackRates();
    var reader = new ProcessReader(Clock.systemUTC());
    try (Connection killer = running.connect()) {
      run(killer, "KILL " + id);
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (rates.rowsPerS(server.id()).isEmpty() && System.nanoTime() < end) {
      // InnoDB tells anew only what nobody has asked for 100 ms, so a look must not come sooner.
      TimeUnit.MILLISECONDS.sleep(250);
      connections.monitor(
          server,
          session -> {
            rates.note(reader.read(session, Want.active()));
            return true;
          });
    }
    assertThat(rates.rowsPerS(server.id()).orElse(0)).isGreaterThan(1_000);
  }

  private static long id(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT CONNECTION_ID()")) {
      row.next();
      return row.getLong(1);
    }
  }
}
