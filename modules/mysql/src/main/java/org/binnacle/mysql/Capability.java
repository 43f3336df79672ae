package org.binnacle.mysql;

/// What a server offers to this account; probed once per connection, never retried in a loop.
public enum Capability {
  /// Sees the threads of others (PROCESS).
  PROCESS,
  /// May read performance_schema, and it is on.
  PERFORMANCE_SCHEMA,
  /// events_statements_current is fed.
  STATEMENTS_CURRENT,
  /// events_statements_history is fed.
  STATEMENTS_HISTORY,
  /// metadata lock instrument is on.
  METADATA_LOCKS,
  /// May kill threads of others.
  KILL,
  /// May read replica status.
  REPLICATION,
  /// mysql.rds_kill is there: a managed cloud.
  RDS_KILL,
  /// mysql.az_kill is there: a managed cloud.
  AZ_KILL
}
