package org.binnacle.diagnosis.incident.step;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.IncidentWords;
import org.binnacle.mysql.Session;

/// What a capture takes: a new step is a class beside these and a line here. Made anew for each
/// capture of each instance.
public final class Steps {
  private Steps() {}

  /// On which of the two connections a round runs: the monitoring one, which is there even where
  /// the server is full, or one of its own, which may be given up.
  public enum Lane {
    HELD,
    OWN
  }

  /// One round of a step.
  ///
  /// @param at not before so long after the beginning
  public record Turn(Step step, int round, Lane lane, Duration at) {}

  /// In the order in which what they look at changes: the most volatile first.
  ///
  /// @param looks at the process list, a second apart; 3 is usual, 10 for the longer analysis
  public static List<Turn> shipped(Clock clock, int looks) {
    var sessions = new SessionsStep(clock);
    var status = new StatusStep();
    var digests = new DigestsStep(clock);
    Duration last = Duration.ofMillis(Math.max(2_500, (looks - 1) * 1_000L));
    var turns = new ArrayList<Turn>();
    turns.add(new Turn(sessions, 0, Lane.HELD, Duration.ZERO));
    turns.add(new Turn(status, 0, Lane.HELD, Duration.ZERO));
    turns.add(new Turn(new LocksStep(clock), 0, Lane.HELD, Duration.ZERO));
    turns.add(new Turn(transactions(), 0, Lane.HELD, Duration.ZERO));
    turns.add(new Turn(digests, 0, Lane.OWN, Duration.ZERO));
    turns.add(new Turn(innodb(), 0, Lane.OWN, Duration.ZERO));
    turns.add(new Turn(replication(), 0, Lane.OWN, Duration.ZERO));
    turns.add(new Turn(new PlansStep(), 0, Lane.OWN, Duration.ZERO));
    turns.add(new Turn(server(), 0, Lane.OWN, Duration.ZERO));
    turns.add(new Turn(VariablesStep.step(), 0, Lane.OWN, Duration.ZERO));
    turns.add(new Turn(new TablesStep(), 0, Lane.OWN, Duration.ZERO));
    for (int look = 1; look < looks; look++) {
      turns.add(new Turn(sessions, look, Lane.HELD, Duration.ofSeconds(look)));
    }
    turns.add(new Turn(status, 1, Lane.HELD, last));
    turns.add(new Turn(digests, 1, Lane.OWN, last));
    return List.copyOf(turns);
  }

  static Step transactions() {
    return Plain.of(
            "transactions",
            "Transactions",
            (session, content) ->
                content.grid("transactions", Ask.grid(session, words(session).transactions(500))))
        .needing(Capability.PROCESS);
  }

  static Step innodb() {
    return Plain.of(
            "innodb",
            "InnoDB status",
            (session, content) -> {
              Grid status = Ask.grid(session, words(session).innodbStatus());
              int text = status.column("Status");
              status.rows().stream()
                  .findFirst()
                  .ifPresent(row -> content.text("status", row.get(Math.max(0, text))));
            })
        .needing(Capability.PROCESS)
        .within(Duration.ofSeconds(3));
  }

  static Step replication() {
    return new Separate(
        "replication",
        "Replication",
        session -> {
          Map<String, Optional<String>> asked = new LinkedHashMap<>();
          asked.put("replica", Optional.of(session.flavour().replicaStatus()));
          asked.put("binary log", Optional.of(words(session).binaryLog(session.facts())));
          asked.put("replicas", Optional.of(session.flavour().replicas()));
          asked.put("group", words(session).groupMembers(session.facts()));
          return asked;
        },
        (session, content) -> {});
  }

  static Step server() {
    return new Separate(
        "server",
        "Error log, memory, files",
        session -> {
          Map<String, Optional<String>> asked = new LinkedHashMap<>();
          asked.put("error log", words(session).errorLog(session.facts()));
          asked.put("memory", words(session).memory(session.facts()));
          asked.put("files", words(session).fileIo(session.facts()));
          return asked;
        },
        (session, content) ->
            content.note(
                session.facts().performanceSchema()
                    ? "denied: SELECT on performance_schema"
                    : "performance_schema is off on this server"));
  }

  private static IncidentWords words(Session session) {
    return session.flavour().incident();
  }
}
