package org.binnacle.explain.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.explain.live.Confirmation;
import org.binnacle.explain.live.ExplainFaults;
import org.binnacle.explain.live.RealServers;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("server")
final class TrialTest {
  private final List<AuditEntry> entries = new ArrayList<>();

  private final AuditLog audit =
      new AuditLog() {
        @Override
        public void append(AuditEntry entry) {
          entries.add(entry);
        }

        @Override
        public List<AuditEntry> newest(Optional<Instant> since, String containing, int limit) {
          return entries;
        }
      };

  static List<Distribution> distributions() {
    return TestServers.available();
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void aCandidateIsTriedOnASampleAndNothingStays(Distribution distribution) throws SQLException {
    RunningServer server = TestServers.shared(distribution);
    try (var servers = new RealServers();
        TestSchema schema = TestSchema.on(server)) {
      schema.run(
          "CREATE TABLE ten (n INT PRIMARY KEY)",
          "INSERT INTO ten VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)",
          """
          CREATE TABLE orders (id INT PRIMARY KEY, state INT NOT NULL, note VARCHAR(40),
            twice INT AS (state * 2) VIRTUAL)""",
          """
          INSERT INTO orders (id, state, note)
          SELECT a.n + 10*b.n + 100*c.n, a.n + 10*b.n, 'x' FROM ten a, ten b, ten c""");
      InstanceRef it = servers.of(server, Safety.RELAXED);
      Optional<String> database = Optional.of(schema.name());
      String sql = "SELECT note FROM orders WHERE state = 7";
      var advising = new Advising(servers.connections, servers);
      var advice = (Advice.Given) advising.advise(it, database, sql);
      assertThat(advice.candidates().getFirst().columns()).containsExactly("state");
      assertThat(advice.candidates().getFirst().bytes()).isPresent();
      var trial =
          new Trial(
              servers.connections, servers, servers.explaining, audit, "anna", Clock.systemUTC());
      Trial.Result result =
          trial.run(
              it,
              sql,
              advice.candidates(),
              advising.tables(it, database, sql),
              500,
              Confirmation.none(),
              Cancel.never());
      assertThat(result.tries()).allMatch(Trial.Try::used);
      assertThat(result.left()).isEmpty();
      assertThat(entries.stream().map(AuditEntry::outcome))
          .containsExactly(AuditEntry.Outcome.ASKED, AuditEntry.Outcome.DONE);
      assertThat(
              catchThrowableOfType(
                      Fault.class,
                      () ->
                          trial.run(
                              it,
                              "SELECT note FROM " + schema.name() + ".orders WHERE state = 7",
                              advice.candidates(),
                              advising.tables(it, database, sql),
                              500,
                              Confirmation.none(),
                              Cancel.never()))
                  .code())
          .isEqualTo(ExplainFaults.QUALIFIED);
      try (var connection = server.connect();
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SHOW DATABASES LIKE 'binnacle%'")) {
        assertThat(rows.next()).isFalse();
      }
    }
  }
}
