package org.binnacle.explain.worksheet;

import java.time.Duration;
import java.time.Instant;

/// A statement that was run, as the history keeps it.
///
/// @param instance the name of the instance
/// @param database empty for none
/// @param sql as it was run; passwords are left out
/// @param outcome `done`, `failed`, `stopped` or `unknown`
/// @param detail rows given or affected, or the server's words
public record RanStatement(
    Instant at,
    String instance,
    String database,
    String sql,
    String outcome,
    String detail,
    Duration took) {}
