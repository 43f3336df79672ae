package org.binnacle.diagnosis.incident.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.rule.Evidence;
import org.binnacle.diagnosis.replication.ReplicaReader;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.kernel.InstanceRef;

/// The recorded replica status. Its workers and a heartbeat table are not recorded.
final class ReplicationReplay {
  private ReplicationReplay() {}

  static ReplicaScene of(Recorded one, InstanceRef instance, Instant at) {
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
