package org.binnacle.explain;

/// How a table is read.
public enum AccessMethod {
  TABLE_SCAN,
  INDEX_SCAN,
  INDEX_LOOKUP,
  UNIQUE_LOOKUP,
  RANGE_SCAN,
  SKIP_SCAN,
  /// One row per group straight from the index.
  GROUP_SKIP_SCAN,
  INDEX_MERGE,
  FULLTEXT,
  CONST_ROW,
  COUNT_ROWS,
  /// The rows that the last round of a recursive CTE added.
  NEW_ROWS_SCAN,
  /// A table that a function makes, such as JSON_TABLE or an INFORMATION_SCHEMA table.
  TABLE_FUNCTION,
  UNKNOWN_ACCESS
}
