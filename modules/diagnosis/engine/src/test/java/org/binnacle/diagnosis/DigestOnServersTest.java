package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("server")
class DigestOnServersTest {

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void aStatementHasTheSameDigestWhateverItsValues(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server =
        RealServers.server(
            distribution.name(), running.host(), running.port(), running.user(), Safety.RELAXED);
    try (var connections = RealServers.connections(running.password());
        Connection one = running.connect();
        Connection two = running.connect()) {
      start(one, "SELECT SLEEP(61), 'first'");
      start(two, "select  SLEEP(62),  'second'");
      List<ProcessRow> seen = List.of();
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (seen.size() < 2 && System.nanoTime() < end) {
        seen = connections.monitor(server, DigestOnServersTest::sleepers);
      }
      assertThat(seen).hasSize(2).extracting(row -> row.work().digest()).doesNotContain("");
      assertThat(seen.stream().map(row -> row.work().digest()).distinct()).hasSize(1);
      for (ProcessRow row : seen) {
        try (Connection killer = running.connect();
            Statement statement = killer.createStatement()) {
          statement.execute("KILL " + row.id());
        }
      }
    }
  }

  private static List<ProcessRow> sleepers(Session session) {
    return new ProcessReader(Clock.systemUTC())
        .read(session, Want.active()).rows().stream()
            .filter(row -> row.sql().toLowerCase(Locale.ROOT).contains("sleep("))
            .toList();
  }

  private static void start(Connection connection, String sql) {
    var _ =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                  } catch (SQLException ended) {
                    Thread.currentThread().interrupt();
                  }
                });
  }
}
