package org.binnacle.diagnosis.health;

/// What a light look asks of an instance for its lag by heartbeat.
///
/// @param name `ops.heartbeat`
/// @param sql one row with a column late_s
public record HeartbeatTable(String name, String sql) {}
