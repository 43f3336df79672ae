package org.binnacle.diagnosis.topsql;

import java.time.Instant;
import java.util.Optional;

/// One row of the server's digest table: counters since it was emptied or the server started.
///
/// @param p95Us 95 % of the executions were shorter; -1 where the server does not tell
public record DigestRow(
    Counters counters,
    Optional<Instant> firstSeen,
    Optional<Instant> lastSeen,
    long maxUs,
    long p95Us,
    long p99Us) {}
