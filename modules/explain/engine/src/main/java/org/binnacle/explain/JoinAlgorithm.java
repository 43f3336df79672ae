package org.binnacle.explain;

/// How two inputs are joined.
public enum JoinAlgorithm {
  NESTED_LOOP,
  HASH,
  /// Block nested loop: MySQL before 8.0.20, and MariaDB.
  BLOCK_NESTED_LOOP,
  /// Batched key access.
  BATCHED_KEY
}
