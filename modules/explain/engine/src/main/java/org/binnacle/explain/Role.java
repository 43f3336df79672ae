package org.binnacle.explain;

/// What a step does for its parent.
public enum Role {
  ROOT,
  /// The only or ordinary input.
  INPUT,
  /// The side of a join that is read first.
  OUTER,
  /// The side of a join that is read for each row of the outer.
  INNER,
  /// The side of a hash join that is read into memory.
  BUILD,
  /// The side of a hash join that looks up in memory.
  PROBE,
  /// A subquery in a condition.
  CONDITION,
  /// A subquery in the select list; not run inside its parent's measured time.
  PROJECTION,
  /// What a temporary table is filled from.
  SOURCE
}
