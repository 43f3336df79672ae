package org.binnacle.diagnosis.topsql;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One look at a server's digest table.
///
/// @param at by this workstation's clock, the middle between asking and the answer
/// @param monotonicNs the same moment for measuring lengths
/// @param uptimeS the server's; falls when it restarts
/// @param lost statements that found no room in the table (Performance_schema_digest_lost)
/// @param rows what was read; {@link StatementKey#OTHERS} is the row without digest
/// @param whole whether all rows were asked for, else only those that ran lately
/// @param missing why there are no digests; empty where there are
public record Digests(
    Instant at,
    long monotonicNs,
    long uptimeS,
    long lost,
    Map<StatementKey, DigestRow> rows,
    boolean whole,
    Duration took,
    Optional<Missing> missing) {

  public Digests {
    rows = Map.copyOf(rows);
  }
}
