package org.binnacle.diagnosis.incident.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.rule.Evidence;
import org.binnacle.diagnosis.replication.ReplicaChannel;
import org.binnacle.diagnosis.replication.ReplicaReader;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.replication.ReplicaWorker;
import org.binnacle.kernel.InstanceRef;

/// The recorded replica status. A capture does not record its workers and a heartbeat table; a look
/// of the view that was kept has them, and the instance itself, in further tables.
public final class ReplicationReplay {
  /// The instance itself; see {@link org.binnacle.diagnosis.past.ReplicaPacking}.
  public static final String SELF = "self";

  /// The workers of all channels.
  public static final String WORKERS = "workers";

  private ReplicationReplay() {}

  public static ReplicaScene of(Recorded one, InstanceRef instance, Instant at) {
    Optional<Grid.Line> self = one.grid("replication", SELF).lines().stream().findFirst();
    return self.isPresent() ? look(one, instance, at, self.get()) : captured(one, instance, at);
  }

  private static ReplicaScene look(Recorded one, InstanceRef instance, Instant at, Grid.Line self) {
    String executed = self.text("executed");
    List<Grid.Line> workers = one.grid("replication", WORKERS).lines();
    return new ReplicaScene(
        instance,
        at,
        Duration.ZERO,
        self.text("uuid"),
        self.text("read_only").equals("1"),
        executed,
        new Evidence(one)
            .channels().stream().map(line -> channel(line, executed, workers)).toList(),
        self.number("streams", -1),
        List.of(),
        List.of());
  }

  private static ReplicaChannel channel(Grid.Line line, String executed, List<Grid.Line> workers) {
    var row = new GridRow(line);
    ReplicaChannel read = ReplicaReader.channel(row, executed);
    return read.with(
        row.number("heartbeat_s"),
        row.number("to_apply"),
        workers.stream()
            .filter(worker -> worker.text("channel").equals(read.name()))
            .map(worker -> worker(new GridRow(worker)))
            .toList());
  }

  private static ReplicaWorker worker(GridRow row) {
    return new ReplicaWorker(
        row.number("id", 0),
        row.number("running", 0) != 0,
        row.text("transaction", ""),
        row.number("busy", 0) != 0,
        row.number("applying_us"),
        row.number("last_took_us"),
        row.number("retries", 0),
        (int) row.number("errno", 0),
        row.text("worker_error", ""));
  }

  private static ReplicaScene captured(Recorded one, InstanceRef instance, Instant at) {
    var evidence = new Evidence(one);
    String gtids = evidence.variable("gtid_executed");
    String executed = gtids.isEmpty() ? evidence.variable("gtid_current_pos") : gtids;
    String uuid = evidence.variable("server_uuid");
    String detail = one.part("replication").map(part -> part.detail()).orElse("");
    return new ReplicaScene(
        instance,
        at,
        Duration.ofMillis(one.part("replication").map(part -> part.ms()).orElse(0L)),
        uuid.isEmpty() ? evidence.variable("server_id") + ":" + evidence.variable("port") : uuid,
        List.of("ON", "1").contains(evidence.variable("read_only")),
        executed,
        evidence.channels().stream()
            .map(line -> ReplicaReader.channel(new GridRow(line), executed))
            .toList(),
        evidence.sessions().stream()
            .filter(line -> line.text("kind").equals("binlog dump"))
            .count(),
        detail.isEmpty() ? List.of() : List.of(detail),
        List.of());
  }
}
