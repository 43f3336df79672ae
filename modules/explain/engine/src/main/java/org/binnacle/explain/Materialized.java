package org.binnacle.explain;

/// Which part of a query is kept in a temporary table.
public enum Materialized {
  CTE,
  RECURSIVE_CTE,
  DERIVED,
  SUBQUERY,
  /// The result of UNION, EXCEPT or INTERSECT.
  SET_OPERATION,
  UNSAID
}
