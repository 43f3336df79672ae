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
    List<Workers.Placed> workers = Workers.of(session, notes);
    Heartbeat.Beat beat = heartbeat.read(session, notes);
    ClusterState.of(session).ifPresent(notes::add);
    List<ReplicaChannel> channels =
        facts.can(Capability.REPLICATION)
            ? session.query(
                session.flavour().replicaStatus(),
                row -> channel(row, self.executed(), workers, beat.lagS()))
            : List.of();
    if (!channels.isEmpty()) {
      tell(facts, beat, notes);
    }
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

  private static void tell(ServerFacts facts, Heartbeat.Beat beat, Set<String> notes) {
    if (beat.lagS().isPresent()) {
      notes.add("The lag is that of the heartbeat table " + beat.table() + ".");
    }
    String silence = Workers.silence(facts);
    if (!silence.isEmpty()) {
      notes.add(silence);
    }
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

  /// A channel of a recorded replica status.
  ///
  /// @param executed as in {@link ReplicaScene}
  public static ReplicaChannel channel(Row row, String executed) {
    return channel(row, executed, List.of(), OptionalLong.empty());
  }

  private static ReplicaChannel channel(
      Row row, String executed, List<Workers.Placed> workers, OptionalLong beat) {
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
            .map(Workers.Placed::worker)
            .toList());
  }

  private static String place(Row row, String file, String position) {
    String name = row.text(file, "");
    return name.isEmpty() ? "" : name + ":" + row.number(position, 0);
  }
}
