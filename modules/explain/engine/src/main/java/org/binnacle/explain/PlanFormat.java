package org.binnacle.explain;

/// The format that a plan was printed in.
public enum PlanFormat {
  /// EXPLAIN as rows and columns; on MariaDB also `ANALYZE stmt`.
  TABULAR,
  /// FORMAT=JSON of MySQL 5.6 to 9.x with `explain_json_format_version = 1`.
  JSON_V1,
  /// FORMAT=JSON version 2: one object for each iterator.
  JSON_V2,
  /// FORMAT=TREE and the text of EXPLAIN ANALYZE.
  TREE,
  /// EXPLAIN and ANALYZE FORMAT=JSON of MariaDB.
  MARIADB_JSON,
  /// No format that any reader knows: one node of kind Other holds the text.
  UNKNOWN
}
