package org.binnacle.diagnosis.replication;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Accounts;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.Session;

/// Reads what a server knows of its own replication: SHOW REPLICA STATUS (all channels, in the
/// words of the family), the applier's workers, a heartbeat table where there is one.
public final class ReplicaReader {
  private static final String SELF =
      """
      SELECT /* binnacle:replication */ @@GLOBAL.read_only AS read_only, %s AS executed""";

  private static final String WORKERS =
      """
      SELECT /* binnacle:workers */ CHANNEL_NAME AS channel, WORKER_ID AS id,
       SERVICE_STATE AS state, LAST_ERROR_NUMBER AS error_number,
       LAST_ERROR_MESSAGE AS error, %s AS applying, %s AS applied
       FROM performance_schema.replication_applier_status_by_worker LIMIT 256""";

  private static final String STREAMS =
      """
      SELECT /* binnacle:streams */ COUNT(*) AS streams FROM %s
       WHERE %s IN ('Binlog Dump','Binlog Dump GTID')""";

  private final Clock clock;
  private final Heartbeat heartbeat;

  public ReplicaReader(Clock clock, Heartbeat heartbeat) {
    this.clock = clock;
    this.heartbeat = heartbeat;
  }

  private record Self(boolean readOnly, String executed) {}

  private record Worker(String channel, ReplicaWorker worker) {}

  public ReplicaScene read(Session session) {
    long began = System.nanoTime();
    ServerFacts facts = session.facts();
    Set<String> notes = new LinkedHashSet<>();
    Self self =
        session
            .query(
                SELF.formatted(
                    facts.mariaDb() ? "@@GLOBAL.gtid_current_pos" : "@@GLOBAL.gtid_executed"),
                row -> new Self(row.number("read_only", 0) != 0, row.text("executed", "")))
            .getFirst();
    List<Worker> workers = workers(session, notes);
    OptionalLong beat = heartbeat.lagS(session, notes);
    ClusterState.of(session).ifPresent(notes::add);
    List<ReplicaChannel> channels =
        facts.can(Capability.REPLICATION)
            ? session.query(
                session.flavour().replicaStatus(),
                row -> channel(row, self.executed(), workers, beat))
            : List.of();
    return new ReplicaScene(
        session.server().ref(),
        clock.instant(),
        Duration.ofNanos(System.nanoTime() - began),
        facts.uuid(),
        self.readOnly(),
        self.executed(),
        channels,
        streams(session),
        List.copyOf(notes),
        denied(session));
  }

  private static List<Denied> denied(Session session) {
    var denied = new ArrayList<Denied>();
    for (var needed : session.flavour().neededGrants(Accounts.quote(session.facts().account()))) {
      if (needed.capability() == Capability.REPLICATION
          && !session.facts().can(Capability.REPLICATION)) {
        denied.add(new Denied("replica status", needed.sql()));
      }
    }
    return denied;
  }

  private static long streams(Session session) {
    if (!session.facts().can(Capability.PROCESS)) {
      return -1;
    }
    boolean threads = session.facts().can(Capability.PERFORMANCE_SCHEMA);
    String sql =
        threads && !session.facts().mariaDb()
            ? STREAMS.formatted("performance_schema.threads", "PROCESSLIST_COMMAND")
            : STREAMS.formatted("information_schema.PROCESSLIST", "COMMAND");
    return session.query(sql, row -> row.number("streams", -1)).getFirst();
  }

  private static List<Worker> workers(Session session, Set<String> notes) {
    ServerFacts facts = session.facts();
    if (facts.mariaDb() || !facts.can(Capability.PERFORMANCE_SCHEMA)) {
      return List.of();
    }
    boolean modern = facts.number().atLeast(8, 0, 0);
    String sql =
        modern
            ? WORKERS.formatted("APPLYING_TRANSACTION", "LAST_APPLIED_TRANSACTION")
            : WORKERS.formatted("NULL", "LAST_SEEN_TRANSACTION");
    try {
      return session.query(
          sql,
          row -> {
            String applying = row.text("applying", "");
            return new Worker(
                row.text("channel", ""),
                new ReplicaWorker(
                    row.number("id", 0),
                    row.text("state", "").equalsIgnoreCase("ON"),
                    applying.isEmpty() ? row.text("applied", "") : applying,
                    !applying.isEmpty(),
                    (int) row.number("error_number", 0),
                    row.text("error", "")));
          });
    } catch (Fault fault) {
      if (fault.code().id().startsWith("connect.")) {
        throw fault;
      }
      notes.add("The workers could not be read: " + fault.detail());
      return List.of();
    }
  }

  /// A channel of a recorded replica status.
  ///
  /// @param executed as in {@link ReplicaScene}
  public static ReplicaChannel channel(Row row, String executed) {
    return channel(row, executed, List.of(), OptionalLong.empty());
  }

  private static ReplicaChannel channel(
      Row row, String executed, List<Worker> workers, OptionalLong beat) {
    String name = row.text("Channel_Name", "");
    String retrieved = row.text("Retrieved_Gtid_Set", "");
    OptionalLong toApply =
        retrieved.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(GtidSet.of(retrieved).minus(GtidSet.of(executed)).count());
    return new ReplicaChannel(
        name,
        row.text("Source_Host", ""),
        (int) row.number("Source_Port", 0),
        row.text("Source_UUID", ""),
        row.text("Source_User", ""),
        row.text("Replica_IO_Running", ""),
        row.text("Replica_SQL_Running", "").equalsIgnoreCase("Yes"),
        Optional.of(row.text("Replica_SQL_Running_State", ""))
            .filter(text -> !text.isEmpty())
            .orElse(row.text("Replica_IO_State", "")),
        (int) row.number("Last_IO_Errno", 0),
        row.text("Last_IO_Error", ""),
        (int) row.number("Last_SQL_Errno", 0),
        row.text("Last_SQL_Error", ""),
        row.number("Seconds_Behind_Source"),
        beat,
        toApply,
        row.number("SQL_Delay", 0),
        row.number("Auto_Position", 0) == 1 || !row.text("Using_Gtid", "No").equals("No"),
        row.number("Relay_Log_Space", 0),
        place(row, "Source_Log_File", "Read_Source_Log_Pos"),
        place(row, "Relay_Source_Log_File", "Exec_Source_Log_Pos"),
        workers.stream()
            .filter(worker -> worker.channel().equals(name))
            .map(Worker::worker)
            .toList());
  }

  private static String place(Row row, String file, String position) {
    String name = row.text(file, "");
    return name.isEmpty() ? "" : name + ":" + row.number(position, 0);
  }
}
