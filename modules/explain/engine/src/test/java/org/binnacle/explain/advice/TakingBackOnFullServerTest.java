package org.binnacle.explain.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.explain.live.RealServers;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A server that was full a moment ago gets no new trial, but what a trial has made is taken back.
@Tag("server")
final class TakingBackOnFullServerTest {
  private static final class Kept implements AuditLog {
    private final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public void append(AuditEntry entry) {
      entries.add(entry);
    }

    @Override
    public List<AuditEntry> newest(Optional<Instant> since, String containing, int limit) {
      return entries;
    }
  }

  @Test
  void anUndoIsNotHeldUpWhereANewTrialIs() throws Exception {
    try (RunningServer running =
            TestServers.start(Distribution.MYSQL_8_0, Launch.plain().with("--max-connections=6"));
        TestSchema schema = TestSchema.on(running);
        RealServers servers = new RealServers()) {
      schema.run("CREATE TABLE orders (id INT PRIMARY KEY, state INT NOT NULL)");
      InstanceRef ref = servers.of(running, Safety.RELAXED);
      Server server = servers.find(ref.id()).orElseThrow();
      var candidate =
          new Candidate(
              schema.name(),
              "orders",
              List.of("state"),
              List.of("it is filtered by"),
              false,
              List.of(),
              OptionalLong.empty(),
              "");
      var index = new TrialIndex("binnacle_try_1", schema.name(), candidate, true);
      Session first = servers.connections.action(server, "trial", Bounds.action(), false);
      first.execute(index.create());
      first.abort();
      first.close();
      refused(servers, server, running);

      var diary = new TrialDiary(new Kept(), "anna", Clock.systemUTC(), ref, "orders");
      var room = new Trials.Room(servers.connections, server, diary, servers.explaining);
      assertThat(new TakingBack(room, first, index).back()).isEmpty();
      try (Connection looking = running.connect();
          var rows =
              looking
                  .createStatement()
                  .executeQuery("SHOW INDEX FROM " + schema.name() + ".orders")) {
        while (rows.next()) {
          assertThat(rows.getString("Key_name")).isEqualTo("PRIMARY");
        }
      }
    }
  }

  /// Fills the server until it refuses, and empties it again.
  private static void refused(RealServers servers, Server server, RunningServer running)
      throws SQLException {
    var held = new ArrayList<Connection>();
    try {
      while (held.size() < 20) {
        held.add(running.connect());
      }
    } catch (SQLException full) {
      assertThat(full.getErrorCode()).isEqualTo(1040);
    }
    try {
      assertThat(trial(servers, server)).isEqualTo(ConnectFaults.TOO_MANY);
    } finally {
      for (Connection each : held) {
        each.close();
      }
    }
    assertThat(trial(servers, server)).isEqualTo(ConnectFaults.KEPT_FREE);
  }

  private static FaultCode trial(RealServers servers, Server server) {
    return catchThrowableOfType(
            Fault.class, () -> servers.connections.action(server, "trial", Bounds.action(), false))
        .code();
  }
}
