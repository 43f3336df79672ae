package org.binnacle.diagnosis.innodb;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.kernel.InstanceRef;

/// InnoDB's counters at one moment; all names are in lower case.
///
/// @param monotonicNs the same moment for measuring lengths
/// @param status of the global status; what the server lacks is absent
/// @param metrics of INNODB_METRICS; absent where the account may not see them
/// @param latches those waited for longest; none where nothing is timed
public record InnoDbLook(
    InstanceRef instance,
    Instant at,
    long monotonicNs,
    Duration took,
    Map<String, Long> status,
    Map<String, Long> metrics,
    Map<String, String> variables,
    List<Latch> latches,
    List<Denied> denied) {

  public InnoDbLook {
    status = Map.copyOf(status);
    metrics = Map.copyOf(metrics);
    variables = Map.copyOf(variables);
    latches = List.copyOf(latches);
    denied = List.copyOf(denied);
  }
}
