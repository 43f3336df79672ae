package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the user is shown as the SQL that was used is that: each statement of it runs elsewhere.
@Tag("server")
class SqlUsedOnServersTest {
  static List<Distribution> all() {
    return TestServers.available();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsShownIsWhatRuns(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    Server server =
        RealServers.server(
            running.distribution().name(),
            running.host(),
            running.port(),
            running.user(),
            Safety.RELAXED);
    var looks = new CountDownLatch(3);
    try (Connections connections = RealServers.connections(running.password());
        Diagnosis diagnosis =
            RealServers.diagnosis(connections, new FakeAudit(), List.of(server))) {
      assertThat(diagnosis.sqlUsed(List.of(server.ref()))).isEqualTo("-- Nothing was asked yet.");
      try (var watch =
          diagnosis.watch(
              List.of(server.ref()), Duration.ofMillis(500), seen -> looks.countDown())) {
        assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(watch).isNotNull();
      }
      String script = diagnosis.sqlUsed(List.of(server.ref()));
      assertThat(script).contains("/* binnacle:").contains(" times, last at ");
      int run = 0;
      try (Connection connection = running.connect();
          Statement statement = connection.createStatement()) {
        for (String block : script.split("\n\n(?=-- )")) {
          String sql = block.substring(block.indexOf('\n') + 1).replaceFirst(";$", "");
          if (!sql.contains("?")) {
            assertThatCode(() -> statement.execute(sql)).as(block).doesNotThrowAnyException();
            run++;
          }
        }
      }
      assertThat(run).as(script).isPositive();
    }
  }
}
