package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.kill.Verdict;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a panel shows goes over the held connection: a server without a place left has no other.
@Tag("server")
class FullServerLooksOnServersTest {
  static List<Distribution> all() {
    return TestServers.available();
  }

  @ParameterizedTest
  @MethodSource("all")
  void allLooksGoOnWhereNoConnectionIsLeft(Distribution distribution) throws Exception {
    try (RunningServer running =
            TestServers.start(distribution, Launch.plain().with("--max-connections=10"));
        Connections connections = RealServers.connections(running.password())) {
      Server server =
          RealServers.server(
              distribution.name(), running.host(), running.port(), running.user(), Safety.RELAXED);
      try (Diagnosis diagnosis =
          RealServers.diagnosis(connections, new FakeAudit(), List.of(server))) {
        assertThat(diagnosis.sessions(server, Want.active()).denied()).isEmpty();
        var others = new ArrayList<Connection>();
        try {
          while (others.size() < 40) {
            others.add(running.connect());
          }
        } catch (SQLException full) {
          assertThat(full.getErrorCode()).isEqualTo(1040);
        }
        try {
          assertThat(diagnosis.innodb().monitor(server).text()).contains("TRANSACTIONS");
          assertThat(diagnosis.innodb().look(server)).isNotNull();
          assertThat(diagnosis.replication().read(server).channels()).isEmpty();
          assertThat(diagnosis.variables().read(server).look().variables()).isNotEmpty();
          assertThat(diagnosis.transactions(server).transactions()).isEmpty();
          assertThat(diagnosis.locks().read(server).tree().roots()).isEmpty();
          List<ProcessRow> rows = diagnosis.sessions(server, new Want(true, true, 100, 100)).rows();
          assertThat(rows).filteredOn(row -> row.kind() == Kind.SLEEPING).hasSizeGreaterThan(5);
          ProcessRow one =
              rows.stream().filter(row -> row.kind() == Kind.SLEEPING).findFirst().orElseThrow();
          assertThat(
                  diagnosis
                      .planKill(server.ref(), Verb.CONNECTION, List.of(Target.of(one)))
                      .victims()
                      .getFirst()
                      .verdict())
              .isInstanceOf(Verdict.Go.class);
          // Not one of them has opened another connection, so none was refused.
          assertThat(connections.<Set<Long>>monitor(server, Session::own)).hasSize(1);
        } finally {
          for (Connection each : others) {
            each.close();
          }
        }
      }
    }
  }
}
