package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.binnacle.diagnosis.topsql.DigestReader;
import org.binnacle.diagnosis.topsql.Digests;
import org.binnacle.diagnosis.topsql.Ledger;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A server that really restarts between two looks: a gap, never a negative.
@Tag("server")
@EnabledOnOs(OS.LINUX)
class RestartOnServersTest {
  private final DigestReader reader = new DigestReader(Clock.systemUTC());

  private Digests look(Connections connections, Server server) {
    return connections.monitor(server, session -> reader.read(session, -1));
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MARIADB_11_4"})
  void whatWasCountedBeforeARestartIsAGap(Distribution distribution) throws Exception {
    Process again = null;
    try (RunningServer running =
            TestServers.start(distribution, Launch.plain().with("--performance-schema=ON"));
        Connections connections = RealServers.connections(running.password())) {
      Server server =
          RealServers.server(
              "shop-1", running.host(), running.port(), running.user(), Safety.RELAXED);
      run(running, "DO SLEEP(8.1)"); // so that its uptime is told apart from a fresh one's
      var ledger = new Ledger();
      assertThat(ledger.enter(look(connections, server))).isInstanceOf(Ledger.Entry.First.class);
      run(running, "SELECT 1", "SELECT 2", "SELECT 3");
      again = restarted(running);
      Digests after = answered(connections, server);
      assertThat(ledger.enter(after))
          .isInstanceOfSatisfying(
              Ledger.Entry.Gap.class,
              gap -> {
                assertThat(gap.why()).isEqualTo("the server was restarted");
                assertThat(gap.from()).isBefore(gap.to());
              });
      run(running, "SELECT 4");
      assertThat(ledger.enter(look(connections, server)))
          .isInstanceOfSatisfying(
              Ledger.Entry.Counted.class,
              counted ->
                  assertThat(counted.slice().rows().values())
                      .isNotEmpty()
                      .allMatch(row -> row.count() > 0 && row.timeUs() >= 0));
    } finally {
      if (again != null) {
        again.destroyForcibly().waitFor();
      }
    }
  }

  private static void run(RunningServer running, String... statements) throws SQLException {
    try (Connection connection = running.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /// The same program on the same folder and port.
  private static Process restarted(RunningServer running) throws Exception {
    ProcessHandle old = ProcessHandle.of(running.pid()).orElseThrow();
    var command = new ArrayList<String>();
    command.add(old.info().command().orElseThrow());
    command.addAll(List.of(old.info().arguments().orElseThrow()));
    run(running, "SHUTDOWN");
    old.onExit().get(60, TimeUnit.SECONDS);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private Digests answered(Connections connections, Server server) {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      try {
        return look(connections, server);
      } catch (Fault fault) {
        if (System.nanoTime() > until) {
          throw fault;
        }
        LockSupport.parkNanos(100_000_000);
      }
    }
  }
}
