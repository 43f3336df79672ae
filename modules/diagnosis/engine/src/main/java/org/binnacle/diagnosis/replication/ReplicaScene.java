package org.binnacle.diagnosis.replication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;

/// Replication as one instance sees it at one moment.
///
/// @param uuid server_uuid; `server_id:port` on MariaDB
/// @param executed gtid_executed, or gtid_current_pos of MariaDB; empty where there are no GTIDs
/// @param channels from whom it applies; empty where from nobody
/// @param streams binlog streams that it sends; -1 where the account may not see them
/// @param notes sentences for the user
public record ReplicaScene(
    InstanceRef instance,
    Instant at,
    Duration took,
    String uuid,
    boolean readOnly,
    String executed,
    List<ReplicaChannel> channels,
    long streams,
    List<String> notes,
    List<Denied> denied) {

  public ReplicaScene {
    channels = List.copyOf(channels);
    notes = List.copyOf(notes);
    denied = List.copyOf(denied);
  }

  public Severity severity() {
    return channels.stream()
        .map(ReplicaChannel::severity)
        .max(java.util.Comparator.comparingInt(ReplicaScene::weight))
        .orElse(Severity.OK);
  }

  private static int weight(Severity severity) {
    return switch (severity) {
      case OK -> 0;
      case NOTICE -> 1;
      case UNKNOWN -> 2;
      case WARNING -> 3;
      case CRITICAL -> 4;
    };
  }

  /// `replica of 10.0.0.1:3306: applies, 0 s behind`, `source of 2`, `no replication`.
  public String summary() {
    String sends = streams > 0 ? "sends its binlog to " + streams : "";
    if (channels.isEmpty()) {
      String none = denied.isEmpty() ? "no replication" : "unknown: it may not be seen";
      return sends.isEmpty() ? none : sends;
    }
    var words = new java.util.ArrayList<String>();
    for (ReplicaChannel channel : channels) {
      String name = channel.name().isEmpty() ? "" : " (" + channel.name() + ")";
      words.add("replica of " + channel.source() + name + ": " + channel.words());
    }
    if (!sends.isEmpty()) {
      words.add(sends);
    }
    return String.join("; ", words);
  }
}
