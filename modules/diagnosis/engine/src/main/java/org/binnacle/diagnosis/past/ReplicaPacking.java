package org.binnacle.diagnosis.past;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.replay.ReplicationReplay;
import org.binnacle.diagnosis.replication.ReplicaChannel;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.replication.ReplicaWorker;

/// Replication in the columns of a replica status, as a capture has it; beside them what a look of
/// the view knows more: the instance itself, the lag by heartbeat, what is to be applied, workers.
public final class ReplicaPacking implements Packing<ReplicaScene> {
  private static final List<String> CHANNELS =
      List.of(
          "Channel_Name",
          "Source_Host",
          "Source_Port",
          "Source_UUID",
          "Source_User",
          "Replica_IO_Running",
          "Replica_SQL_Running",
          "Replica_SQL_Running_State",
          "Last_IO_Errno",
          "Last_IO_Error",
          "Last_SQL_Errno",
          "Last_SQL_Error",
          "Seconds_Behind_Source",
          "heartbeat_s",
          "to_apply",
          "SQL_Delay",
          "Auto_Position",
          "Relay_Log_Space",
          "Source_Log_File",
          "Read_Source_Log_Pos",
          "Relay_Source_Log_File",
          "Exec_Source_Log_Pos");
  private static final List<String> WORKERS =
      List.of(
          "channel",
          "id",
          "running",
          "transaction",
          "busy",
          "applying_us",
          "last_took_us",
          "retries",
          "errno",
          "worker_error");
  private static final List<String> SELF = List.of("uuid", "read_only", "executed", "streams");

  @Override
  public List<Part> parts(ReplicaScene scene) {
    Map<String, Grid> grids = new LinkedHashMap<>();
    grids.put(
        ReplicationReplay.SELF,
        Grid.of(
            SELF,
            List.of(
                List.of(
                    scene.uuid(),
                    scene.readOnly() ? "1" : "0",
                    scene.executed(),
                    String.valueOf(scene.streams())))));
    grids.put(
        "replica",
        Grid.of(CHANNELS, scene.channels().stream().map(ReplicaPacking::channel).toList()));
    grids.put(
        ReplicationReplay.WORKERS,
        Grid.of(
            WORKERS,
            scene.channels().stream()
                .flatMap(one -> one.workers().stream().map(worker -> worker(one.name(), worker)))
                .toList()));
    return List.of(Parts.of("replication", grids));
  }

  private static List<String> channel(ReplicaChannel one) {
    return List.of(
        one.name(),
        one.sourceHost(),
        String.valueOf(one.sourcePort()),
        one.sourceUuid(),
        one.user(),
        one.receiver(),
        one.applying() ? "Yes" : "No",
        one.state(),
        String.valueOf(one.receiverErrorNumber()),
        one.receiverError(),
        String.valueOf(one.applierErrorNumber()),
        one.applierError(),
        text(one.behindS()),
        text(one.heartbeatS()),
        text(one.toApply()),
        String.valueOf(one.delayS()),
        one.autoPosition() ? "1" : "0",
        String.valueOf(one.relayBytes()),
        file(one.readTo()),
        position(one.readTo()),
        file(one.appliedTo()),
        position(one.appliedTo()));
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
  }

  private static String file(String place) {
    return place.substring(0, Math.max(0, place.lastIndexOf(':')));
  }

  private static String position(String place) {
    return place.substring(place.lastIndexOf(':') + 1);
  }

  private static List<String> worker(String channel, ReplicaWorker one) {
    return List.of(
        channel,
        String.valueOf(one.id()),
        one.running() ? "1" : "0",
        one.transaction(),
        one.busy() ? "1" : "0",
        text(one.applyingUs()),
        text(one.lastTookUs()),
        String.valueOf(one.retries()),
        String.valueOf(one.errorNumber()),
        one.error());
  }

  @Override
  public ReplicaScene bare(ReplicaScene scene) {
    return new ReplicaScene(
        scene.instance(),
        scene.at(),
        scene.took(),
        "",
        false,
        "",
        List.of(),
        -1,
        scene.notes(),
        scene.denied());
  }

  @Override
  public ReplicaScene full(ReplicaScene bare, List<Part> parts) {
    var recorded = new Recorded(bare.instance(), "", "", parts);
    ReplicaScene read = ReplicationReplay.of(recorded, bare.instance(), bare.at());
    return new ReplicaScene(
        bare.instance(),
        bare.at(),
        bare.took(),
        read.uuid(),
        read.readOnly(),
        read.executed(),
        read.channels(),
        read.streams(),
        bare.notes(),
        bare.denied());
  }
}
