package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.binnacle.diagnosis.kill.Kill;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.RuleText;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.kill.Verdict;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.NoiseFilter;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Binnacle knows its own connections where the server does not tell whose they are, too.
@Tag("server")
class OwnSessionsOnServersTest {
  private static final Want ALL = new Want(true, true, 1_000, 500);

  static Stream<Arguments> all() {
    var all = new ArrayList<Arguments>();
    for (Distribution one : TestServers.available()) {
      all.add(Arguments.of(one, Launch.plain()));
    }
    all.add(Arguments.of(Distribution.MYSQL_8_0, Launch.plain().with("--performance-schema=OFF")));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aWorksheetOfOursIsHiddenAndNeverKilled(Distribution distribution, Launch launch)
      throws Exception {
    try (RunningServer running = TestServers.start(distribution, launch);
        Connections connections = RealServers.connections(running.password())) {
      Server server =
          RealServers.server(
              distribution.name(), running.host(), running.port(), running.user(), Safety.RELAXED);
      Kill kill = RealServers.kill(connections, new FakeAudit());
      try (Session worksheet = connections.action(server, "worksheet", Bounds.action(), true)) {
        long id = worksheet.connectionId();
        Thread runs = Thread.ofVirtual().start(() -> sleep(worksheet));
        ProcessRow row = running(connections, server, id);
        assertThat(row.kind()).isEqualTo(Kind.OWN);
        assertThat(NoiseFilter.standard().sift(List.of(row)).rows()).isEmpty();
        KillPlan plan = kill.plan(server, Verb.QUERY, List.of(Target.of(row)));
        assertThat(plan.victims().getFirst().verdict())
            .isEqualTo(new Verdict.Protected("a connection of Binnacle"));
        Kill.Ruled ruled = kill.plan(server, Verb.CONNECTION, RuleText.parse("match-info=SLEEP"));
        assertThat(ruled.choice().spared()).containsEntry(id, "a connection of Binnacle");
        assertThat(ruled.choice().victims()).isEmpty();
        worksheet.abort();
        runs.join();
      }
    }
  }

  private static ProcessRow running(Connections connections, Server server, long id) {
    var reader = new ProcessReader(Clock.systemUTC());
    for (int i = 0; i < 100; i++) {
      var found =
          connections.monitor(server, session -> reader.read(session, ALL)).rows().stream()
              .filter(row -> row.id() == id && row.sql().contains("SLEEP"))
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(100_000_000);
    }
    throw new AssertionError("the worksheet's statement was never seen");
  }

  private static void sleep(Session session) {
    try {
      var _ = session.query("SELECT SLEEP(60) AS s", row -> 1);
    } catch (RuntimeException e) {
      // The test ends it.
    }
  }
}
