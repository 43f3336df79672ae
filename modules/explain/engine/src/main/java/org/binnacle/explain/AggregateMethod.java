package org.binnacle.explain;

/// How rows are aggregated.
public enum AggregateMethod {
  /// All rows to one.
  PLAIN,
  /// Rows arrive in the order of the groups.
  ORDERED_GROUPS,
  /// Groups are kept in a temporary table.
  TEMP_TABLE
}
