package org.binnacle.diagnosis.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.binnacle.kernel.InstanceRef;

/// What one look at the process list of one instance saw.
///
/// @param at when the answer was complete, by this workstation's clock
/// @param took from asking to the complete answer
/// @param rows all threads that were read, noise included, longest first
/// @param idleRead whether plain sleepers were asked for
/// @param truncated the server has more rows than were asked for
/// @param source where the rows come from: `P_S`, `PROCESSLIST` or {@link #RECORDED}
/// @param denied what this account may not see, as `PROCESS`; told once, not an error
public record ProcessSnapshot(
    InstanceRef instance,
    Instant at,
    Duration took,
    List<ProcessRow> rows,
    Load load,
    boolean idleRead,
    boolean truncated,
    String source,
    List<String> denied) {

  /// The source of what is no look at a server but was read from an incident.
  public static final String RECORDED = "recorded";

  public ProcessSnapshot {
    rows = List.copyOf(rows);
    denied = List.copyOf(denied);
  }

  public boolean recorded() {
    return source.equals(RECORDED);
  }

  /// Client connections that were not read, since sleepers were not asked for; 0 where unknown.
  public long unread() {
    if (idleRead || load.connected() < 0) {
      return 0;
    }
    long clients =
        rows.stream()
            .filter(row -> row.kind() != Kind.DAEMON && !row.user().equals("system user"))
            .count();
    // The connection that reads counts itself, but leaves itself out of the list.
    return Math.max(0, load.connected() - clients - 1);
  }
}
